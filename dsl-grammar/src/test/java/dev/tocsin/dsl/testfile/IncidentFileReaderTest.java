package dev.tocsin.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IncidentFileReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private List<IncidentDefinition> read(String name, String text) {
    return IncidentFileReader.read(new Source(name, text), diagnostics);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars("ab,\"\n\r ;\u00e9")
            .ofMaxLength(6)
            .map(text -> "x" + text + "y");
    return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property
  void cellsInQuotesAreReadAsTheyWereWritten(@ForAll("tables") List<List<String>> table) {
    String text =
        table.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("\r\n"));

    List<List<Located<String>>> rows = TableCells.of(new Source("a.csv", text));
    assertThat(rows.stream().map(row -> row.stream().map(Located::value).toList()))
        .isEqualTo(table);
  }

  @Property
  void anyTextIsReadOrReported(@ForAll String text) {
    assertThat(read("a.csv", text)).isNotNull();
    assertThat(read("a.csv", "name,from,until\n" + text)).isNotNull();
  }

  @Test
  void theNameOfTheFileSaysHowItIsWritten() {
    String name = "outage";
    assertThat(read("a.CSV", "name,from,until\noutage,10:00,10:05\n"))
        .extracting(each -> each.name().value())
        .containsExactly(name);
    assertThat(read("a.yaml", "incidents: [{name: outage, from: 10:00, until: 10:05}]"))
        .extracting(each -> each.name().value())
        .containsExactly(name);
    assertThat(diagnostics.all()).isEmpty();
  }

  @Test
  void mistakesStandWhereTheyWereMade() {
    assertThat(read("a.csv", "name,from,until,rule\n")).isEmpty();
    assertThat(read("b.csv", "name,from,until\na,10:00,later\nb,10:00\n")).isEmpty();
    assertThat(read("c.yaml", "incidents: [{name: a, from: 10:00, to: 10:05}]")).isEmpty();
    assertThat(read("d.csv", "name,from,until\nlong ago,0001-01-01 10:00,10:05\n")).isEmpty();

    assertThat(diagnostics.all())
        .extracting(
            each -> each.span() + " " + each.message() + each.hint().map(h -> "; " + h).orElse(""))
        .containsExactly(
            "a.csv:1:17 unknown column 'rule'; did you mean 'rules'?",
            "b.csv:2:9 'later' is not a time; " + TimePoint.EXAMPLES,
            "b.csv:3:1 2 cells for 3 columns; put cells that hold a comma in quotes",
            "c.yaml:1:36 unknown key 'to' in an incident; did you mean 'until'?",
            "d.csv:2:10 '0001-01-01 10:00' is too far away; times are between the years 1700 and"
                + " 2200");
  }
}
