package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.run.TraceInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final String TWO =
      """
      rules:
        - name: slow
          condition: max(latency) over %s > %s and count() over 10s >= %s
          for: "%s"
          channels: [slack]
        - {name: other, condition: "count() over 1m > 1000", channels: [slack]}
      """;

  @TempDir private Path folder;
  private TraceInput trace;

  @BeforeEach
  void traffic() {
    trace = Traces.of(folder, 600, second -> second % 60 == 0 ? second * 10 : 100);
  }

  private Backtest run(Plan plan) {
    return Backtest.of(Traces.replay(plan, trace));
  }

  private Sweep sweep(CheckedRules rules, String text) {
    return Sweep.of(rules, SweepRange.parse(text), 5, 2, this::run, Optional.empty());
  }

  private static CheckedRules two(Object window, Object latency, Object count, Object pending) {
    return Rules.check("rules.yaml", TWO.formatted(window, latency, count, pending));
  }

  /** What the same rules do where a person writes the numbers. */
  private List<AlertTally> written(List<CheckedRules> rules) {
    return rules.stream().map(each -> run(each.orThrow()).rules().get(0).tally()).toList();
  }

  private static List<AlertTally> tallies(Sweep sweep) {
    return sweep.points().stream().map(Sweep.Point::tally).toList();
  }

  @Test
  void aNumberIsReplacedAsAPersonWouldReplaceIt() {
    CheckedRules rules = two("10s", "2s", 5, "0s");
    Sweep latency = sweep(rules, "slow:threshold[1]=1s..5s");

    assertThat(latency.points())
        .extracting(Sweep.Point::value)
        .containsExactly("1s", "2s", "3s", "4s", "5s");
    assertThat(latency.current()).isEqualTo("2s");
    assertThat(tallies(latency))
        .isEqualTo(
            written(
                List.of(
                    two("10s", "1s", 5, "0s"),
                    two("10s", "2s", 5, "0s"),
                    two("10s", "3s", 5, "0s"),
                    two("10s", "4s", 5, "0s"),
                    two("10s", "5s", 5, "0s"))))
        .extracting(AlertTally::alerts)
        .containsExactly(8L, 6L, 4L, 3L, 1L);
  }

  @Test
  void aBareNumberTakesTheUnitOfTheRule() {
    assertThat(sweep(two("10s", "2000ms", 5, "0s"), "slow:threshold[1]=1000..5000").points())
        .extracting(Sweep.Point::value)
        .containsExactly("1000ms", "2000ms", "3000ms", "4000ms", "5000ms");
  }

  @Test
  void theOtherComparisonForAndWindowCanBeChangedToo() {
    CheckedRules rules = two("10s", "2s", 5, "0s");

    assertThat(tallies(sweep(rules, "slow:threshold[2]=8..12")))
        .isEqualTo(
            written(
                List.of(
                    two("10s", "2s", 8, "0s"),
                    two("10s", "2s", 9, "0s"),
                    two("10s", "2s", 10, "0s"),
                    two("10s", "2s", 11, "0s"),
                    two("10s", "2s", 12, "0s"))));
    assertThat(tallies(sweep(rules, "slow:for=0s..20s")))
        .isEqualTo(
            written(
                List.of(
                    two("10s", "2s", 5, "0s"),
                    two("10s", "2s", 5, "5s"),
                    two("10s", "2s", 5, "10s"),
                    two("10s", "2s", 5, "15s"),
                    two("10s", "2s", 5, "20s"))))
        .extracting(AlertTally::waited)
        .contains(0L, 6L);
    assertThat(tallies(sweep(rules, "slow:window[1]=10s..90s")))
        .isEqualTo(
            written(
                List.of(
                    two("10s", "2s", 5, "0s"),
                    two("30s", "2s", 5, "0s"),
                    two("50s", "2s", 5, "0s"),
                    two("70s", "2s", 5, "0s"),
                    two("90s", "2s", 5, "0s"))));
  }

  @Test
  void severitiesWithThresholdsAndFactorsHaveNumbersToo() {
    CheckedRules levels =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - name: slow
                condition: max(latency) over 10s
                warning: "> 2s"
                critical: "> 4s"
                channels: [slack]
            """);
    assertThat(sweep(levels, "threshold[2]=3s..5s").current()).isEqualTo("4s");

    CheckedRules factor =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - name: slow
                condition: max(latency) over 10s > 1.5 * p50(latency) over 1m
                channels: [slack]
            """);
    Sweep sweep = sweep(factor, "threshold=1..50");
    assertThat(sweep.current()).isEqualTo("1.5");
    assertThat(sweep.points().get(0).tally().alerts())
        .isGreaterThan(sweep.points().get(4).tally().alerts());
  }

  @Test
  void everyWindowCanBeReached() {
    CheckedRules drift =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - name: keys
                condition: ks_statistic > 0.3
                baseline_window: 4m
                current_window: 1m
              - {name: clause, condition: ks(latency) over 1m vs previous 2m > 0.3}
              - {name: mixed, condition: error_rate > 5% and count() over 10m > 3, window: 5m}
            """);
    refused(
        drift,
        "keys:window=1m..5m",
        "'keys' has 2 of them, write window[1]= and so on:"
            + " [1] baseline_window: 4m, [2] current_window: 1m");
    assertThat(sweep(drift, "keys:window[1]=3m..5m").current()).isEqualTo("4m");
    assertThat(sweep(drift, "clause:window[2]=1m..3m").current()).isEqualTo("2m");
    assertThat(sweep(drift, "clause:window[2]=1m..3m").within()).isEqualTo("vs previous 2m");
    assertThat(sweep(drift, "mixed:window[1]=1m..3m").current()).isEqualTo("5m");
    assertThat(sweep(drift, "mixed:window[2]=1m..3m").current()).isEqualTo("10m");
  }

  @Test
  void ofACalculatedThresholdTheParameterIsChanged() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            parameters: {objective: 99%}
            rules:
              - {name: burn, condition: ratio(latency > 2s) over 1m > 100% - $(objective)}
              - {name: plain, condition: ratio(latency > 2s) over 1m > 100% - 99%}
            """);
    Sweep burn = sweep(rules, "burn:threshold=90%..99%");
    assertThat(burn.current()).isEqualTo("99%");
    assertThat(burn.points().get(0).tally().alerts())
        .isLessThan(burn.points().get(4).tally().alerts());
    refused(
        rules,
        "plain:threshold=1%..5%",
        "[1] 100% in ratio(latency > 2s) over 1m > 100% - 99%, [2] 99% in ratio");
  }

  @Test
  void numbersOfIncludedFilesAreChangedInTheirTexts() throws IOException {
    Files.writeString(folder.resolve("included.yaml"), TWO.formatted("10s", "2s", 5, "0s"));
    Path main =
        Files.writeString(
            folder.resolve("main.yaml"),
            """
            include: [included.yaml]
            rules:
              - {name: third, condition: "count() over 1m > 2000", channels: [slack]}
            """);

    assertThat(tallies(sweep(Rules.check(main), "slow:threshold[1]=1s..5s")))
        .extracting(AlertTally::alerts)
        .containsExactly(8L, 6L, 4L, 3L, 1L);
    assertThat(Files.readString(folder.resolve("included.yaml"))).contains("> 2s");
  }

  @Test
  void incidentsTellWhichNumberIsBest() {
    List<LabelledIncident> incidents =
        List.of(
            new LabelledIncident(
                "late",
                Traces.START.plusSeconds(480),
                Traces.START.plusSeconds(560),
                Set.of("slow")),
            new LabelledIncident(
                "of another rule",
                Traces.START.plusSeconds(10),
                Traces.START.plusSeconds(20),
                Set.of("other")));
    Sweep sweep =
        Sweep.of(
            two("10s", "2s", 5, "0s"),
            SweepRange.parse("slow:threshold[1]=1s..5s"),
            5,
            3,
            this::run,
            Optional.of(new Sweep.Truth(incidents, Duration.ZERO)));

    assertThat(sweep.points())
        .extracting(point -> point.detection().orElseThrow().precision().orElseThrow())
        .containsExactly(2 / 8.0, 2 / 6.0, 2 / 4.0, 2 / 3.0, 1.0);
    assertThat(sweep.points())
        .allSatisfy(point -> assertThat(point.detection().orElseThrow().recall()).hasValue(1.0));
  }

  @Test
  void whatCannotBeChangedIsAnsweredWithWhatCan() {
    CheckedRules rules = two("10s", "2s", 5, "0s");

    refused(rules, "threshold=1s..5s", "name the rule, as in slow:threshold=1s..5s");
    refused(rules, "slw:threshold=1s..5s", "no enabled rule 'slw'; did you mean 'slow'?");
    refused(
        rules,
        "slow:threshold=1s..5s",
        "'slow' has 2 of them, write threshold[1]= and so on: [1] max(latency) over 10s > 2s");
    refused(rules, "slow:threshold[3]=1s..5s", "has 2 of them");
    refused(rules, "other:for=1s..5s", "'other' has no for");
    refused(
        rules,
        "slow:threshold[1]=$1..$5",
        "the rules have errors with every value of threshold of 'slow'; with $1: ");
  }

  @Test
  void valuesWithWhichTheRulesHaveErrorsDoNotEndASweep() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            "rules: [{name: wrong, condition: ratio(latency > 2s) over 1m > 10%, channels: [x]}]\n");

    Sweep sweep = sweep(rules, "threshold=60%..140%");
    assertThat(sweep.points()).extracting(Sweep.Point::value).containsExactly("60%", "80%", "100%");
    assertThat(sweep.refused()).extracting(Sweep.Refused::value).containsExactly("120%", "140%");
    assertThat(sweep.refused())
        .extracting(Sweep.Refused::why)
        .allSatisfy(why -> assertThat(why).contains("lies between 0 and 1"));
  }

  private void refused(CheckedRules rules, String text, String message) {
    assertThatThrownBy(() -> sweep(rules, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
