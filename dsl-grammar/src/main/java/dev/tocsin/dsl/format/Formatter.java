package dev.tocsin.dsl.format;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.IncludedFiles;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.testfile.TestFileReader;
import dev.tocsin.dsl.yaml.Written;
import dev.tocsin.dsl.yaml.WrittenText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes rule files and test files in one canonical form: docs/formatting.md. Formatting what is
 * formatted changes nothing. Thread-safe.
 */
public final class Formatter {
  private static final Pattern TESTS = Pattern.compile("(?m)^[\"']?tests[\"']?\\s*:");

  /** Line ends to YAML, but not to editors. */
  private static final Pattern STRANGE_LINE_END = Pattern.compile("[\\u0085\\u2028\\u2029]");

  /** What can be wrong with a file only beside others. */
  private static final Set<Code> ELSEWHERE =
      Set.of(
          Code.UNKNOWN_PARAMETER,
          Code.MISSING_VALUE,
          Code.BAD_VALUE,
          Code.INCLUDE_CYCLE,
          Code.INCLUDE_UNREADABLE,
          Code.INCLUDE_LIMIT);

  private Formatter() {}

  /** Whether a text is a test file: it has {@code tests:}. */
  public static boolean isTests(String text) {
    return TESTS.matcher(text).find();
  }

  /**
   * Formats a rule file.
   *
   * @throws FormattingFault when the result would not mean the same, which is a bug
   */
  public static Formatted rules(Source source) {
    return format(source, Place.RULE_FILE);
  }

  /**
   * Formats a test file.
   *
   * @throws FormattingFault when the result would not mean the same, which is a bug
   */
  public static Formatted tests(Source source) {
    return format(source, Place.TEST_FILE);
  }

  private static Formatted format(Source written, Place place) {
    Source source =
        new Source(written.name(), written.text().replace("\r\n", "\n").replace('\r', '\n'));
    List<Diagnostic> errors = errors(source, place);
    if (!errors.isEmpty()) {
      return new Formatted.Wrong(errors);
    }
    if (STRANGE_LINE_END.matcher(source.text()).find()) {
      return new Formatted.LeftAlone(
          "it has a line separator that is no line feed (U+0085, U+2028)");
    }
    WrittenText.Reading before = WrittenText.read(source);
    if (before.root().isEmpty()) {
      return new Formatted.LeftAlone(before.obstacle());
    }
    String text = Layout.text(before.root().get(), place);
    check(source, before.root().get(), text, place);
    return new Formatted.Canonical(text);
  }

  private static void check(Source source, Written before, String text, Place place) {
    Source result = new Source(source.name(), text);
    if (!errors(result, place).isEmpty()) {
      throw new FormattingFault(source.name() + ": cannot be read again");
    }
    Optional<Written> after = WrittenText.read(result).root();
    if (after.isEmpty() || !SameMeaning.of(before, after.get(), place)) {
      throw new FormattingFault(source.name() + ": would not mean the same");
    }
  }

  private static List<Diagnostic> errors(Source source, Place place) {
    Diagnostics diagnostics = new Diagnostics();
    if (place == Place.TEST_FILE) {
      TestFileReader.read(source, diagnostics);
    } else {
      RuleFileReader.read(source, new NoFiles(), diagnostics);
    }
    return diagnostics.all().stream()
        .filter(each -> each.severity() == Level.ERROR && !ELSEWHERE.contains(each.code()))
        .toList();
  }

  /** Stands for whatever a file includes. */
  private record NoFiles() implements IncludedFiles {
    @Override
    public Source open(String from, String name, Diagnostics diagnostics) {
      return new Source(name, "rules: []");
    }

    @Override
    public String identity(String sourceName) {
      return sourceName;
    }
  }
}
