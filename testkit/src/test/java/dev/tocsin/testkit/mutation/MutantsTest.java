package dev.tocsin.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
