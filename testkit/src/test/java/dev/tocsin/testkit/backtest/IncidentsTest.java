package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsTest {
  private static final List<String> RULES = List.of("slow", "wrong");

  @TempDir private Path folder;

  private List<LabelledIncident> read(String name, String text, ZoneId zone) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Incidents.read(file, RULES, Traces.START, zone);
  }

  @Test
  void yamlAndTablesSayTheSame() throws IOException {
    List<LabelledIncident> yaml =
        read(
            "a.yaml",
            """
            incidents:
              - {name: "slow, and wrong", from: 23:00, until: day 2 00:10, rules: [slow, wrong]}
              - {name: outage, from: 2026-03-01T23:30:00Z, until: 2026-03-01 23:31}
              - {name: early, from: +10s, until: +1m}
            """,
            ZoneOffset.UTC);
    List<LabelledIncident> table =
        read(
            "a.csv",
            """
            from, until, name, rules\r
            23:00,day 2 00:10,"slow, and wrong",slow;wrong\r
            \r
            2026-03-01T23:30:00Z,2026-03-01 23:31,outage,\r
            +10s,+1m,early,""",
            ZoneOffset.UTC);

    assertThat(yaml)
        .containsExactly(
            new LabelledIncident(
                "slow, and wrong",
                Instant.parse("2026-03-01T23:00:00Z"),
                Instant.parse("2026-03-02T00:10:00Z"),
                Set.of("slow", "wrong")),
            new LabelledIncident(
                "outage",
                Instant.parse("2026-03-01T23:30:00Z"),
                Instant.parse("2026-03-01T23:31:00Z"),
                Set.of()),
            new LabelledIncident(
                "early", Traces.START.plusSeconds(10), Traces.START.plusSeconds(60), Set.of()));
    assertThat(table).isEqualTo(yaml);
  }

  @Test
  void quotesInTablesMayHoldQuotesAndLines() throws IOException {
    assertThat(read("a.csv", "name,from,until\n\"a \"\"b\"\"\nc\",+1s,+2s\n", ZoneOffset.UTC))
        .extracting(LabelledIncident::name)
        .containsExactly("a \"b\"\nc");
  }

  @Test
  void timesAreOfTheZone() throws IOException {
    assertThat(
            read(
                "a.yaml",
                "incidents: [{name: a, from: 2026-03-01 23:00, until: 2026-03-01 23:10}]",
                ZoneId.of("Europe/Berlin")))
        .extracting(LabelledIncident::from)
        .containsExactly(Instant.parse("2026-03-01T22:00:00Z"));
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsPlace() {
    assertThat(
            problems(
                "a.yaml",
                """
                incidents:
                  - {name: a, from: 23:00, until: 22:55, rules: [slwo]}
                  - {name: b, form: 23:00, until: soon}
                """))
        .isEqualTo(
            """
            2:35 TC124 'a' ends before it begins
            2:50 TC621 there is no enabled rule 'slwo'
            3:15 TC103 unknown key 'form' in an incident
            3:35 TC124 'soon' is not a time
            """);
    assertThat(
            problems(
                "a.csv", "name,from,until,rules\na,23:00,22:55,slwo\nb,soon,23:00,\nc,23:00\n"))
        .isEqualTo(
            """
            2:9 TC124 'a' ends before it begins
            2:15 TC621 there is no enabled rule 'slwo'
            3:3 TC124 'soon' is not a time
            4:1 TC105 2 cells for 4 columns
            """);
    assertThat(problems("b.csv", "name,start,until\n"))
        .isEqualTo(
            """
            1:1 TC102 there is no column 'from'
            1:6 TC103 unknown column 'start'
            """);
    assertThat(problems("c.csv", "")).contains("no columns");
  }

  private String problems(String name, String text) {
    InvalidRulesException invalid =
        catchThrowableOfType(InvalidRulesException.class, () -> read(name, text, ZoneOffset.UTC));
    return invalid.diagnostics().stream()
        .map(
            each ->
                "%d:%d %s %s%n"
                    .formatted(
                        each.span().source().line(each.span().start()),
                        each.span().source().column(each.span().start()),
                        each.code().id(),
                        each.message()))
        .collect(Collectors.joining());
  }
}
