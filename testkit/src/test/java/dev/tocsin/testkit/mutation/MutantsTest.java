package dev.tocsin.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantsTest {

  @Test
  void eachPartOfARuleIsChangedByItself() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - name: slow
                condition: p95(latency) over 10m > 2s and count() over 10m >= 100
                resolve_when: p95(latency) over 10m < 1s
                for: 2m
                keep_firing_for: 0
                severity: warning
                channels: [slack, email]
                min_samples: 50
            """);
    assertThat(Mutants.of(rules.file()))
        .extracting(Mutant::text)
        .containsExactly(
            "threshold 2s -> 2.4s",
            "threshold 2s -> 1.6s",
            "threshold 100 -> 120",
            "threshold 100 -> 80",
            "operator > -> <",
            "operator >= -> <=",
            "operator and -> or",
            "operator < -> >",
            "severity warning -> critical",
            "channels slack -> email",
            "channels email -> slack",
            "for 2m -> 4m",
            "for 2m -> 1m",
            "window 10m -> 20m",
            "window 10m -> 5m",
            "window 10m -> 20m",
            "window 10m -> 5m",
            "window 10m -> 20m",
            "window 10m -> 5m",
            "resolve_when 1s -> 1.2s",
            "resolve_when 1s -> 0.8s",
            "keep_firing_for 0 -> 1",
            "min_samples 50 -> 101");
  }

  @Test
  void severitiesWithThresholdsOfTheirOwnAreChangedToo() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - {name: slow, condition: p95_latency, window: 5m, warning: "> 2s", critical: "> 5s"}
            """);
    assertThat(Mutants.of(rules.file()))
        .extracting(Mutant::text)
        .contains("threshold 2s -> 2.4s", "threshold 5s -> 4s", "window 5m -> 10m");
  }

  @Test
  void valuesOfParametersAreChangedWhereTheyStand() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            parameters: {limit: 2s, over: 10m, hold: 1h30m, page: [slack, email]}
            rules:
              - name: slow
                condition: p95(latency) over $(over) > $(limit)
                for: $(hold)
                channels: $(page)
                description: More than $(limit).
            """);
    assertThat(Mutants.of(rules.file()))
        .extracting(Mutant::text)
        .containsExactly(
            "threshold $(limit) -> 2.4s",
            "threshold $(limit) -> 1.6s",
            "operator > -> <",
            "channels $(page) -> [email, email]",
            "channels $(page) -> [slack, slack]",
            "for $(hold) -> 180m",
            "for $(hold) -> 45m",
            "window $(over) -> 20m",
            "window $(over) -> 5m");
    assertThat(Mutants.of(rules.file()))
        .allSatisfy(mutant -> assertThat(mutant.appliedTo(rules.file()).plan()).isPresent());
  }

  @Test
  void whatIsSharedWithOtherRulesStays() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            defaults: {severity: critical, window: 5m, for: 1m, channels: [slack, email]}
            rules:
              - {name: slow, condition: p95_latency > 2s}
              - {name: off, condition: p95_latency > 3s, enabled: false}
            """);
    List<Mutant> mutants = Mutants.of(rules.file());
    assertThat(mutants)
        .extracting(Mutant::text)
        .containsExactly("threshold 2s -> 2.4s", "threshold 2s -> 1.6s", "operator > -> <");
    assertThat(mutants)
        .allMatch(mutant -> mutant.appliedTo(rules.file()).plan().isPresent())
        .allMatch(mutant -> mutant.place().toString().startsWith("rules.yaml:3:"));
  }

  private static List<String> valid(String text) {
    CheckedRules rules = Rules.check("rules.yaml", text);
    return Mutants.of(rules.file()).stream()
        .filter(mutant -> mutant.appliedTo(rules.file()).plan().isPresent())
        .map(Mutant::text)
        .toList();
  }

  @Test
  void theWindowOfAnAbsenceIsChanged() {
    assertThat(valid("rules: [{name: still, condition: absent(count() over 15m)}]\n"))
        .containsExactly("window 15m -> 30m", "window 15m -> 7.5m");
  }

  @Test
  void bothWindowsOfDriftAreChanged() {
    assertThat(
            valid(
                """
                rules:
                  - {name: drift, condition: ks_statistic > 0.3, baseline_window: 8d, current_window: 24h}
                """))
        .contains("window 8d -> 16d", "window 8d -> 4d", "window 24h -> 48h", "window 24h -> 12h");
  }

  @Test
  void theOperatorOfASeverityIsChangedWhereItStands() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            rules:
              - name: slow
                condition: p95_latency
                warning: "> 2s"
                critical: "> 5s"
            """);
    assertThat(Mutants.of(rules.file()))
        .filteredOn(mutant -> mutant.kind() == Mutant.Kind.OPERATOR)
        .extracting(mutant -> mutant.text() + " " + mutant.place())
        .containsExactly("operator > -> < rules.yaml:4:15", "operator > -> < rules.yaml:5:16");
    assertThat(
            valid(
                "rules: [{name: slow, condition: p95_latency, window: 5m, critical: \">= 5s\"}]\n"))
        .contains("operator >= -> <=");
  }

  @Test
  void numbersInStatementsAboutEventsAreChanged() {
    assertThat(
            valid(
                """
                rules:
                  - name: slow
                    condition: count() where (latency > 3s and input_tokens in (10, 20)) over 10m > 5
                    where: cost > $1
                  - {name: share, condition: ratio(latency > 2s) over 10m > 5%}
                """))
        .contains(
            "number 3s -> 3.6s",
            "number 10 -> 12",
            "number 20 -> 16",
            "number $1 -> $1.2",
            "number 2s -> 1.6s");
  }

  @Test
  void numbersOfMetricsAreChangedOnce() {
    CheckedRules rules =
        Rules.check(
            "rules.yaml",
            """
            metrics:
              slow: ratio(latency > 3s) over 5m
              doubled: 2 * slow
              unused: ratio(latency > 9s)
            rules:
              - {name: first, condition: doubled > 5%}
              - {name: second, condition: slow > 10%}
            """);
    assertThat(Mutants.of(rules.file()))
        .filteredOn(mutant -> mutant.place().toString().matches("rules.yaml:[234]:.*"))
        .extracting(mutant -> mutant.rule() + " " + mutant.text())
        .containsExactly(
            "first number 2 -> 2.4",
            "first number 2 -> 1.6",
            "first number 3s -> 3.6s",
            "first number 3s -> 2.4s",
            "first window 5m -> 10m",
            "first window 5m -> 2.5m");
  }

  @Test
  void aPackThatIsIncludedTwiceIsChangedOnce(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        """
        parameters: {prefix: "", limit: 2s}
        rules:
          - {name: $(prefix)slow, condition: p95_latency > $(limit), window: 5m}
        """);
    Path main =
        Files.writeString(
            folder.resolve("main.yaml"),
            "include: [pack.yaml, {file: pack.yaml, parameters: {prefix: b_}}]\n");
    assertThat(Mutants.of(Rules.check(main).file()))
        .extracting(Mutant::text)
        .containsExactly(
            "threshold $(limit) -> 2.4s",
            "threshold $(limit) -> 1.6s",
            "operator > -> <",
            "window 5m -> 10m",
            "window 5m -> 2.5m");
  }
}
