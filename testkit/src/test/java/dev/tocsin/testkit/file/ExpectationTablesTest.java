package dev.tocsin.testkit.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.diagnostic.DiagnosticText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file under {@code expectations} holds rules, a test without what it expects, and a table:
 * {@code ok} or {@code no}, what is expected (several expectations with {@code ;;} between them),
 * and below what does not hold the exact words of the miss. {@code -Dtocsin.update-golden=true}
 * writes the words anew, and never {@code ok} nor {@code no}.
 */
class ExpectationTablesTest {
  private static final Path FOLDER = Path.of("src/test/resources/expectations");
  private static final String DIVIDER = "\n--------\n";
  private static final String INDENT = "     ";

  @TempDir private static Path folder = Path.of("");

  private record Row(boolean holds, String expected, String told) {
    String text() {
      return (holds ? "ok " : "no ") + expected + "\n" + told.indent(INDENT.length());
    }
  }

  private record Table(Path file, String rules, String test, List<Row> rows) {

    static Table read(Path file) {
      try {
        String[] parts = Files.readString(file).split(DIVIDER, 3);
        List<Row> rows = new ArrayList<>();
        for (String row : parts[2].split("\n(?=ok |no )", -1)) {
          String[] lines = (row + "\n").split("\n", 2);
          String told =
              Arrays.stream(lines[1].split("\n", -1))
                  .map(String::strip)
                  .collect(Collectors.joining("\n"))
                  .strip();
          rows.add(new Row(lines[0].startsWith("ok "), lines[0].substring(3), told));
        }
        return new Table(file, parts[0], parts[1], rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(List<Row> told) {
      String table = told.stream().map(Row::text).collect(Collectors.joining());
      return rules + DIVIDER + test + DIVIDER + table;
    }
  }

  @TestFactory
  Stream<DynamicNode> eachTableIsTrue() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream().map(Table::read).map(ExpectationTablesTest::table);
    }
  }

  private static DynamicNode table(Table table) {
    List<Outcome> outcomes = outcomes(table);
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      found.add(
          new Row(outcomes.get(i).passed(), table.rows().get(i).expected(), told(outcomes.get(i))));
    }
    if (Boolean.getBoolean("tocsin.update-golden")) {
      List<Row> kept = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        Row row = table.rows().get(i);
        kept.add(new Row(row.holds(), row.expected(), found.get(i).told()));
      }
      write(table.file(), table.text(kept));
    }
    return DynamicContainer.dynamicContainer(
        String.valueOf(table.file().getFileName()),
        Stream.iterate(0, i -> i < found.size(), i -> i + 1)
            .map(i -> row(table.rows().get(i), found.get(i))));
  }

  private static DynamicTest row(Row expected, Row found) {
    return DynamicTest.dynamicTest(
        expected.expected(),
        () -> {
          assertThat(found.holds()).as(found.told()).isEqualTo(expected.holds());
          if (!Boolean.getBoolean("tocsin.update-golden")) {
            assertThat(found.told()).isEqualTo(expected.told());
          }
        });
  }

  private static String told(Outcome outcome) {
    assertThat(outcome.error()).isEmpty();
    return outcome.misses().stream()
        .map(miss -> miss.expected() + ", but " + miss.found())
        .collect(Collectors.joining("\n"));
  }

  private static List<Outcome> outcomes(Table table) {
    StringBuilder text = new StringBuilder("rules: [rules.yaml]\ntests:\n");
    for (int i = 0; i < table.rows().size(); i++) {
      text.append("  - name: row ").append(i).append('\n');
      text.append(table.test().strip().indent(4));
      text.append("    expect:\n");
      for (String expected : table.rows().get(i).expected().split(";;", -1)) {
        text.append("      - ").append(expected.strip()).append('\n');
      }
    }
    write(folder.resolve("rules.yaml"), table.rules());
    Path file = folder.resolve("rules_test.yaml");
    write(file, text.toString());
    try {
      CheckedTests checked = RuleTestFile.check(file);
      assertThat(checked.diagnostics().stream().map(DiagnosticText::render)).isEmpty();
      return checked.tests().stream().map(RuleTest::run).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
