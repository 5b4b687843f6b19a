package dev.tocsin.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.template.TemplateParser;
import dev.tocsin.dsl.testfile.TestFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code diagnostics} holds a wrong input and, below a line of dashes, what its
 * author is told. {@code -Dtocsin.update-golden=true} writes that part anew.
 */
class GoldenDiagnosticsTest {
  private static final Path FOLDER = Path.of("src/test/resources/diagnostics");
  private static final String DIVIDER = "\n--------\n";

  @TestFactory
  Stream<DynamicTest> conditions() throws IOException {
    return tests(
        "conditions",
        (text, found) ->
            ConditionParser.condition(Fragment.whole(new Source("<condition>", text)), found));
  }

  @TestFactory
  Stream<DynamicTest> metrics() throws IOException {
    return tests(
        "metrics",
        (text, found) ->
            ConditionParser.metric(Fragment.whole(new Source("<metric>", text)), found));
  }

  @TestFactory
  Stream<DynamicTest> templates() throws IOException {
    return tests(
        "templates",
        (text, found) ->
            TemplateParser.parse(Fragment.whole(new Source("<template>", text)), found));
  }

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    return tests(
        "files", (text, found) -> RuleFileReader.read(new Source("alert_rules.yaml", text), found));
  }

  @TestFactory
  Stream<DynamicTest> testFiles() throws IOException {
    return tests(
        "testfiles",
        (text, found) -> TestFileReader.read(new Source("alert_rules_test.yaml", text), found));
  }

  private static Stream<DynamicTest> tests(String kind, BiConsumer<String, Diagnostics> reader)
      throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> compare(file, reader)));
    }
  }

  private static void compare(Path file, BiConsumer<String, Diagnostics> reader)
      throws IOException {
    String golden = Files.readString(file);
    int divider = golden.indexOf(DIVIDER);
    String input = divider < 0 ? golden.stripTrailing() : golden.substring(0, divider);
    Diagnostics found = new Diagnostics();
    reader.accept(input, found);
    assertThat(found.hasErrors()).as("an error in %s", file).isTrue();
    String told =
        found.all().stream().map(DiagnosticText::render).collect(Collectors.joining("\n\n"));
    String expected = input + DIVIDER + told + "\n";
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(file, expected);
    } else {
      assertThat(golden).isEqualTo(expected);
    }
  }
}
