package dev.tocsin.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.testkit.file.RuleTestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/diagnostics.md: each code that only test files have has a section, whose example gives that
 * code alone and the message shown. {@code -Dtocsin.update-golden=true} writes the messages anew.
 */
class DiagnosticsOfTestFilesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tocsin.root")).resolve("docs/diagnostics.md");
  private static final Pattern SECTION =
      Pattern.compile(
          "^## (TC6\\d{2}): .*?^```yaml\\n(.*?)^```\\n\\n```console\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final String RULES =
      """
      rules:
        - {name: slow, condition: p95(latency) over 1m > 2s, channels: [slack]}
        - {name: spend, condition: sum(cost) by user over 1h > 10, channels: [email]}
        - {name: asleep, condition: count() over 1m > 1, enabled: false}
      """;

  @TempDir private static Path folder = Path.of("");

  private record Section(String id, String yaml, String console) {}

  /** As the page says. */
  @BeforeAll
  static void besideTheExamples() throws IOException {
    Files.writeString(folder.resolve("alert_rules.yaml"), RULES);
    if (Boolean.getBoolean("tocsin.update-golden")) {
      update();
    }
  }

  @Test
  void everyCodeOfTestFilesHasItsSection() throws IOException {
    assertThat(sections().map(Section::id))
        .containsExactlyElementsOf(
            Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> id.startsWith("TC6"))
                .sorted()
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    return sections().map(section -> DynamicTest.dynamicTest(section.id(), () -> holds(section)));
  }

  private static void holds(Section section) {
    List<Diagnostic> found = check(section);
    assertThat(found).extracting(each -> each.code().id()).containsExactly(section.id());
    assertThat(text(found)).isEqualTo(section.console());
  }

  private static void update() throws IOException {
    Matcher matcher = SECTION.matcher(Files.readString(PAGE));
    Files.writeString(
        PAGE,
        matcher.replaceAll(
            match -> {
              Section section = new Section(match.group(1), match.group(2), "");
              int before = match.start(3) - match.start();
              String told = match.group().substring(0, before) + text(check(section)) + "```";
              return Matcher.quoteReplacement(told);
            }));
  }

  private static Stream<Section> sections() throws IOException {
    return SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .map(match -> new Section(match.group(1), match.group(2), match.group(3)));
  }

  private static String text(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
            .map(DiagnosticText::render)
            .map(text -> text.replace(folder + "/", ""))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static List<Diagnostic> check(Section section) {
    try {
      Path file = Files.writeString(folder.resolve("alert_rules_test.yaml"), section.yaml());
      return RuleTestFile.check(file).diagnostics();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
