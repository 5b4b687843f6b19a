package dev.tocsin.cli.init;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.format.Formatted;
import dev.tocsin.dsl.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin init}: a first rule file from a recorded trace. */
@Command(
    name = "init",
    description = {
      "Writes first rules and their tests, with thresholds from the traffic of a trace.",
      "Each comes with the number of alerts it would have given."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Example:", "  tocsin init --trace last_week.jsonl.gz -o alert_rules.yaml"})
public final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--trace",
      paramLabel = "TRACE",
      required = true,
      description = "The recorded calls, in any format that is recognised")
  private Path trace = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "alert_rules.yaml",
      description = "The rule file (default: alert_rules.yaml); the tests go beside it")
  private Path output = Path.of("");

  @Option(names = "--force", description = "Write over files that are there already")
  private boolean force;

  @Mixin private final TraceOptions source = new TraceOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    InputFiles.checkTraceReadAgain(trace, "init reads it several times");
    Path tests = tests();
    checkFree(output);
    checkFree(tests);
    Recording recording = new Recording(trace, source.formats());
    TraceContents contents = TraceContents.read(recording);
    if (contents.calls() == 0) {
      throw CommandFailure.usage(trace + ": there is no call in it", Optional.empty());
    }
    List<Measure> measures = Measures.of(contents);
    Reader.Readings readings = Reader.read(recording, measures);
    List<Suggestion> suggestions =
        Suggestions.of(recording, measures, readings.spreads(), contents.span());
    List<String> leftOut = LeftOut.lines(contents, measures, readings.spreads());
    Optional<Silence> silence = Silence.of(contents);
    String rules =
        RulesText.of(
            String.valueOf(trace.getFileName()), readings.summary(), leftOut, suggestions, silence);
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(output, canonical(rules, Formatter.rules(new Source(name(output), rules))));
    String testTexts =
        TestsText.of(
            name(output), seenFromTests(), contents, readings.summary(), suggestions, silence);
    texts.put(tests, canonical(testTexts, Formatter.tests(new Source(name(tests), testTexts))));
    NewFiles.write(texts);
    warn(Unread.of(readings.summary()), readings.summary().calls());
    long written = suggestions.size() + silence.stream().count();
    StyledOutput out = console.styledOut(common.color());
    out.line("wrote " + output + ": " + Counts.of(written, "rule"));
    out.line("wrote " + tests + "; run them: tocsin test " + source.words() + tests);
    return ExitCode.DONE;
  }

  /** As {@code tocsin fmt} leaves it. */
  private static String canonical(String text, Formatted formatted) {
    return formatted instanceof Formatted.Canonical canonical ? canonical.text() : text;
  }

  private void warn(Unread unread, long calls) {
    if (!unread.isNothing()) {
      StyledOutput err = console.styledErr(common.color());
      err.line(
          "tocsin: %s: %s; the rules are made from the other %s"
              .formatted(trace, unread.words(), Counts.of(calls, "call")));
      if (unread.late() > 0) {
        err.line("  hint: tocsin convert --sort puts a trace in the order of time");
      }
    }
  }

  private Path tests() {
    String name = name(output);
    int dot = name.lastIndexOf('.');
    String test = dot < 0 ? name + "_test.yaml" : name.substring(0, dot) + "_test.yaml";
    return output.resolveSibling(test);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void checkFree(Path file) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.usage(
          file + ": is a folder, expected a file", Optional.of("-o " + file + "/alert_rules.yaml"));
    }
    if (Files.exists(file) && !force) {
      throw CommandFailure.usage(
          file + ": is there already",
          Optional.of("--force writes over it; -o names another file"));
    }
  }

  private String seenFromTests() {
    Path folder = Objects.requireNonNullElse(output.toAbsolutePath().getParent(), Path.of(""));
    Path absolute = trace.toAbsolutePath().normalize();
    Path seen =
        Objects.equals(folder.getRoot(), absolute.getRoot())
            ? folder.normalize().relativize(absolute)
            : absolute;
    return seen.toString().replace('\\', '/');
  }
}
