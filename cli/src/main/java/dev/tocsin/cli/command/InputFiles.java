package dev.tocsin.cli.command;

import dev.tocsin.dsl.diagnostic.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the files a user named before anything reads them. */
public final class InputFiles {
  private static final List<String> RULE_ENDINGS = List.of(".yaml", ".yml");
  private static final List<String> TRACE_ENDINGS =
      List.of(".jsonl", ".ndjson", ".json", ".gz", ".zst", ".csv");
  private static final Pattern TEST_FILE = Pattern.compile("(.*[_-])?tests?\\.ya?ml");
  private static final int MOST_NAMES = 2_000;
  private static final int MOST_EXAMPLES = 3;

  private InputFiles() {}

  /**
   * Checks a rule file and a trace.
   *
   * @throws CommandFailure when they cannot be what they should be, with the nearest way out
   */
  public static void check(Path rules, Path trace) {
    boolean swapped = endsWith(trace, RULE_ENDINGS) && endsWith(rules, TRACE_ENDINGS);
    if (swapped) {
      throw CommandFailure.usage(
          "the rules come first, then the trace",
          Optional.of("tocsin replay " + trace + " " + rules));
    }
    checkRules(rules);
    check(trace, "a trace", TRACE_ENDINGS);
    if (endsWith(trace, RULE_ENDINGS)) {
      throw CommandFailure.usage(
          trace + ": is a rule file, expected a trace",
          Optional.of("a trace is JSON lines: .jsonl, .jsonl.gz or .jsonl.zst"));
    }
  }

  /**
   * Checks a trace.
   *
   * @throws CommandFailure when it cannot be one, with the nearest way out
   */
  public static void checkTrace(Path trace) {
    check(trace, "a trace", TRACE_ENDINGS);
  }

  /**
   * Checks a trace that is read more than once.
   *
   * @param why it is
   * @throws CommandFailure when it cannot be a trace, or is a pipe
   */
  public static void checkTraceReadAgain(Path trace, String why) {
    checkTrace(trace);
    if (!Files.isRegularFile(trace)) {
      throw CommandFailure.usage(
          trace + ": can be read only once, and " + why, Optional.of("write it to a file first"));
    }
  }

  /**
   * Checks a rule file.
   *
   * @throws CommandFailure when it cannot be one, with the nearest way out
   */
  public static void checkRules(Path rules) {
    check(rules, "a rule file", RULE_ENDINGS);
    if (endsWith(rules, TRACE_ENDINGS)) {
      throw CommandFailure.usage(
          rules + ": is a trace, expected a rule file", Optional.of("rule files are YAML: .yaml"));
    }
  }

  /**
   * The rule files below a directory, in the order of their names; what is hidden is left out, and
   * so are test files.
   *
   * @throws CommandFailure when there is none, or the directory cannot be listed
   */
  public static List<Path> ruleFilesBelow(Path directory) {
    return below(directory, path -> !isTestFile(path));
  }

  /**
   * The rule files and test files below a directory, in the order of their names; what is hidden is
   * left out.
   *
   * @throws CommandFailure when there is none, or the directory cannot be listed
   */
  public static List<Path> ruleAndTestFilesBelow(Path directory) {
    return below(directory, path -> true);
  }

  private static List<Path> below(Path directory, Predicate<Path> wanted) {
    try (Stream<Path> below =
        Files.find(
            directory,
            Integer.MAX_VALUE,
            (path, attributes) ->
                endsWith(path, RULE_ENDINGS)
                    && wanted.test(path)
                    && Files.isRegularFile(path)
                    && !hidden(directory.relativize(path)))) {
      List<Path> files = below.sorted().toList();
      if (files.isEmpty()) {
        throw CommandFailure.usage(
            directory + ": no rule files in it", Optional.of("rule files are *.yaml and *.yml"));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.usage(
          directory + ": cannot be listed: " + e.getMessage(), Optional.empty());
    }
  }

  /** Whether a file is named as tests of rules are: {@code alert_rules_test.yaml}. */
  public static boolean isTestFile(Path path) {
    return TEST_FILE.matcher(name(path)).matches();
  }

  private static boolean hidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static void check(Path file, String expected, List<String> endings) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.usage(
          file + ": is a directory, expected " + expected, examples(file, endings));
    }
    if (!Files.exists(file)) {
      throw CommandFailure.usage(file + ": no such file", nearest(file, endings));
    }
    if (!Files.isReadable(file)) {
      throw CommandFailure.usage(file + ": permission denied", Optional.empty());
    }
  }

  private static Optional<String> examples(Path directory, List<String> endings) {
    List<String> examples =
        entries(directory).stream()
            .filter(path -> endsWith(path, endings) && Files.isRegularFile(path))
            .map(Path::toString)
            .sorted()
            .limit(MOST_EXAMPLES)
            .toList();
    return examples.isEmpty()
        ? Optional.empty()
        : Optional.of("there is " + String.join(", ", examples));
  }

  private static Optional<String> nearest(Path file, List<String> endings) {
    Path directory = Objects.requireNonNullElse(file.getParent(), Path.of(""));
    if (!Files.isDirectory(directory)) {
      return Optional.of("there is no directory " + directory);
    }
    List<String> names = entries(directory).stream().map(InputFiles::name).toList();
    return Suggestions.nearest(name(file), names).or(() -> examples(directory, endings));
  }

  /** Without those that cannot be listed: a hint is not worth a failure. */
  private static List<Path> entries(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.limit(MOST_NAMES).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean endsWith(Path path, List<String> endings) {
    String name = name(path).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
