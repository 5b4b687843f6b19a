package dev.tocsin.lint.allow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.lint.Linted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments that allow a warning up to a day, where they may stand and what is wrong with them. */
class AllowancesTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 31);
  private static final String COMMENT = "# tocsin: allow TC703 until 2027-01-31, we are tuning it";
  private static final String FLAPS =
      """
      rules:
        - name: slow
          condition: avg(latency) over 1m > 2s
          severity: info
      """;

  @TempDir private Path folder = Path.of("");

  private static Linted on(LocalDate day, String rules) {
    return Linted.on(day, Rules.check("rules.yaml", rules));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  - name: slow", "    condition", "    severity"})
  void aCommentAboveARuleOrOneOfItsLinesAllowsTheRule(String line) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    Linted found = on(DAY, FLAPS.replace(line, indent + COMMENT + "\n" + line));

    assertThat(found).isEqualTo(new Linted(List.of(), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: slow", "> 2s", "severity: info"})
  void aCommentAtTheEndOfALineAllowsTheRule(String end) {
    Linted found = on(DAY, FLAPS.replace(end + "\n", end + " " + COMMENT + "\n"));

    assertThat(found).isEqualTo(new Linted(List.of(), 1));
  }

  @Test
  void otherCommentsAndBlankLinesMayStandBetween() {
    String between = COMMENT + "\n\n  # the slow one\n  -\n    name: slow";

    assertThat(on(DAY, FLAPS.replace("- name: slow", between)).told()).isEmpty();
  }

  @Test
  void aCommentAllowsNothingOfTheNextRule() {
    String two =
        FLAPS.replace("severity: info", "severity: info " + COMMENT)
            + "  - {name: slower, condition: avg(latency) over 2m > 2s}\n";

    assertThat(on(DAY, two).told())
        .singleElement()
        .asString()
        .startsWith("5:31 TC703 a window of 2m");
    assertThat(on(DAY, two).allowed()).isEqualTo(1);
  }

  @Test
  void aCommentAboveTheNextRuleAllowsNothingOfTheOneBefore() {
    String two =
        FLAPS + "  " + COMMENT + "\n  - {name: other, condition: avg(latency) over 2m > 2s}\n";

    assertThat(on(DAY, two).told()).singleElement().asString().startsWith("3:16 TC703");
  }

  @Test
  void linesMayEndAsInDos() {
    String dos = FLAPS.replace("  - name", "  " + COMMENT + "\n  - name").replace("\n", "\r\n");

    assertThat(on(DAY, dos)).isEqualTo(new Linted(List.of(), 1));
  }

  @Test
  void aFlowMappingMayHoldTheComment() {
    String flow =
        """
        rules: [
          {name: slow, # tocsin: allow TC703 until 2027-01-31
           condition: avg(latency) over 1m > 2s},
          {name: slower, condition: avg(latency) over 2m > 2s}]
        """;

    assertThat(on(DAY, flow).told()).singleElement().asString().startsWith("4:29 TC703");
  }

  @Test
  void behindTheSignOfABlockIsRoomForAComment() {
    String block = FLAPS.replace("avg", ">- # tocsin: allow TC703 until 2027-01-31\n      avg");

    assertThat(on(DAY, block)).isEqualTo(new Linted(List.of(), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%s\"",
        "'%s'",
        "|\n      text\n      %s",
        "fine#tocsin:allow TC703 until 2027-01-31",
      })
  void aTextIsNoComment(String description) {
    String rules = FLAPS + "    description: " + description.formatted(COMMENT) + "\n";

    assertThat(on(DAY, rules).codes()).containsExactly("TC703");
  }

  @Test
  void theTopOfAFileAllowsForAllOfIt() {
    String file = "# rules\n# tocsin: allow TC703, TC705 in file until 2027-01-31\n";
    String thin = FLAPS + "  - {name: thin, condition: p95(latency) over 10m > 2s}\n";

    assertThat(on(DAY, file + thin)).isEqualTo(new Linted(List.of(), 2));
  }

  @Test
  void furtherDownNothingCanBeSaidOfTheFile() {
    String inFile = "  # tocsin: allow TC703 in file until 2027-01-31\n";

    assertThat(on(DAY, FLAPS + inFile).codes()).containsExactly("TC703", "TC721");
  }

  @Test
  void anIncludedFileHasCommentsOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("team.yaml"), FLAPS.replace("> 2s", "> 2s " + COMMENT));
    Path root =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "include: team.yaml\nrules: [{name: b, condition: avg(latency) over 1m > 3s}]\n");

    Linted found = Linted.on(DAY, Rules.check(root));

    assertThat(found.told()).singleElement().asString().startsWith("2:30 TC703");
    assertThat(found.allowed()).isEqualTo(1);
  }

  @Test
  void behindTheLastDayTheWarningComesBack() {
    String rules = FLAPS.replace("  - name", "  " + COMMENT + "\n  - name");

    assertThat(on(DAY.plusDays(1), rules).told())
        .containsExactly(
            "4:16 TC703 a window of 1m near its threshold makes an alert that comes and goes;"
                + " its allowance ended on 2027-01-31");
  }

  @Test
  void whatNothingNeedsIsToldWhereItStands() {
    String steady = FLAPS + "    for: 1m\n    # tocsin: allow TC705 until 2027-01-31\n";
    String above = steady.replace("  - name", "  " + COMMENT + "\n  - name");

    assertThat(on(DAY, above).told())
        .containsExactly(
            "2:19 TC722 TC703 is allowed here, and nothing gives it",
            "7:21 TC722 TC705 is allowed here, and nothing gives it");
  }

  @Test
  void warningsOfOldCanBeAllowedToo() {
    String never = "rules:\n  - {name: a, condition: count() over 1h < 0} # tocsin: allow TC342 ";

    assertThat(on(DAY, never + "until 2027-01-31\n").told()).isEmpty();
  }

  @Test
  void everyWarningOfThePageCanBeAllowedButThoseAboutAllowances() throws IOException {
    String root = Objects.requireNonNull(System.getProperty("tocsin.root"));
    String page = Files.readString(Path.of(root, "docs", "diagnostics.md"));

    for (Code code : Code.values()) {
      boolean warning = page.contains(": warning " + code.id() + ":");
      boolean refused =
          on(DAY, "# tocsin: allow " + code.id() + " until 2027-01-31\n" + FLAPS)
              .told()
              .contains("1:17 TC721 " + code.id() + " cannot be allowed");
      boolean about = code == Code.BAD_ALLOWANCE || code == Code.UNUSED_ALLOWANCE;

      assertThat(refused).as(code.id()).isEqualTo(!warning || about);
    }
  }

  @Test
  void anErrorStaysAnError() {
    String wrong = "rules: [{name: a, condition: eror_rate over 1h > 5%}] ";

    assertThat(on(DAY, wrong + "# tocsin: allow TC301 until 2027-01-31\n").told())
        .containsExactly("1:30 TC301 no metric 'eror_rate'", "1:71 TC721 TC301 cannot be allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "allow TC703 -> 4:41 an allowance needs its last day",
        "allow TC703, it is fine -> 4:43 expected 'until' and a day here",
        "allow TC703 until -> 4:47 'until' needs a day",
        "allow TC703 until 31.1.2027 -> 4:48 '31.1.2027' is not a day",
        "allow TC703 until 2027-02-30 -> 4:48 '2027-02-30' is not a day",
        "allow TC703 2027-01-31 -> 4:42 expected 'until' and a day here",
        "allow until 2027-01-31 -> 4:36 an allowance names the codes of warnings",
        "allow -> 4:35 an allowance names the codes of warnings",
        "allow TC730 until 2027-01-31 -> 4:36 there is no code 'TC730'",
        "alow TC703 until 2027-01-31 -> 4:30 unknown word 'alow' behind 'tocsin:'",
        "disable TC703 until 2027-01-31 -> 4:30 unknown word 'disable' behind 'tocsin:'",
      })
  void whatIsWrongWithACommentIsToldAtItsPlace(String comment, String place) {
    Linted found = on(DAY, FLAPS.replace("info\n", "info # tocsin: " + comment + "\n"));

    assertThat(found.told()).hasSizeGreaterThanOrEqualTo(2).first().asString().contains("TC703");
    assertThat(found.told().get(1)).isEqualTo(place.replaceFirst(" ", " TC721 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"# tocsin: the engine", "# allow TC703 until 2027-01-31", "# tocsin"})
  void otherCommentsSayNothing(String comment) {
    assertThat(on(DAY, comment + "\n" + FLAPS).codes()).containsExactly("TC703");
  }
}
