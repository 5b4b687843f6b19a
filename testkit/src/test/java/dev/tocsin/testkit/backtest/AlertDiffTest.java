package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertDiffTest {
  private static final Duration NEAR = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private record Step(String rule, int gap, int length, boolean fires) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(true, true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(10);
  }

  private static Backtest backtest(List<Step> steps) {
    List<PastAlert> alerts = new ArrayList<>();
    long at = 0;
    for (Step step : steps) {
      long from = at + step.gap();
      at = from + step.length();
      alerts.add(
          step.fires()
              ? Alerts.fired(step.rule(), from, at)
              : Alerts.waited(step.rule(), from, at));
    }
    return new Backtest(
        "trace",
        Alerts.START,
        Alerts.at(2000),
        ZoneOffset.UTC,
        0,
        LeftOut.NONE,
        alerts,
        List.of(),
        List.of(),
        List.of(),
        Noise.of(alerts));
  }

  @Property
  void everyAlertThatFiredIsInOnePlace(
      @ForAll("steps") List<Step> old, @ForAll("steps") List<Step> young) {
    AlertDiff diff = AlertDiff.of(backtest(old), backtest(young), NEAR);

    assertThat(Stream.concat(diff.removed().stream(), diff.pairs().stream().map(AlertPair::before)))
        .containsExactlyInAnyOrderElementsOf(fired(diff.before()));
    assertThat(Stream.concat(diff.added().stream(), diff.pairs().stream().map(AlertPair::after)))
        .containsExactlyInAnyOrderElementsOf(fired(diff.after()));
    assertThat(diff.pairs())
        .allSatisfy(pair -> assertThat(pair.before().subject()).isEqualTo(pair.after().subject()));
    assertThat(diff.ofRule("a").pairs().size() + diff.ofRule("b").pairs().size())
        .isEqualTo(diff.pairs().size());
  }

  private static List<PastAlert> fired(Backtest backtest) {
    return backtest.alerts().stream().filter(PastAlert::hasFired).toList();
  }

  @Property
  void theOtherWayRoundAddedIsRemoved(
      @ForAll("steps") List<Step> old, @ForAll("steps") List<Step> young) {
    AlertDiff there = AlertDiff.of(backtest(old), backtest(young), NEAR);
    AlertDiff back = AlertDiff.of(backtest(young), backtest(old), NEAR);

    assertThat(there.added()).hasSameSizeAs(back.removed());
    assertThat(there.removed()).hasSameSizeAs(back.added());
    assertThat(there.pairs()).hasSameSizeAs(back.pairs());
  }

  @Property
  void theSameRulesDoTheSame(@ForAll("steps") List<Step> steps) {
    assertThat(AlertDiff.of(backtest(steps), backtest(steps), NEAR).isEmpty()).isTrue();
  }

  @Test
  void alertsMoveInTimeSeverityAndReceivers() {
    var trace = Traces.of(folder, 600, second -> second == 100 ? 5000 : 100);
    Plan before = plan("0s", "warning", "slack");
    Plan later = plan("5s", "warning", "slack");
    Plan worse = plan("0s", "critical", "slack");
    Plan others = plan("0s", "warning", "email");
    Backtest old = Backtest.of(Traces.replay(before, trace));

    AlertPair inTime = moved(old, Backtest.of(Traces.replay(later, trace)));
    assertThat(inTime.shift()).isEqualTo(Duration.ofSeconds(5));
    assertThat(inTime.lengthened(old.until())).isEqualTo(Duration.ofSeconds(-5));
    assertThat(inTime.changesSeverity() || inTime.changesReceivers()).isFalse();

    AlertPair inSeverity = moved(old, Backtest.of(Traces.replay(worse, trace)));
    assertThat(inSeverity.changesSeverity()).isTrue();
    assertThat(inSeverity.shift()).isZero();

    AlertPair inReceivers = moved(old, Backtest.of(Traces.replay(others, trace)));
    assertThat(inReceivers.changesReceivers()).isTrue();
    assertThat(inReceivers.changesSeverity()).isFalse();
  }

  private static AlertPair moved(Backtest old, Backtest young) {
    AlertDiff diff = AlertDiff.of(old, young, NEAR);
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    assertThat(diff.moved()).hasSize(1);
    assertThat(diff.shift()).contains(diff.moved().get(0).shift());
    return diff.moved().get(0);
  }

  private static Plan plan(String pending, String severity, String channel) {
    return Rules.parse(
        "rules.yaml",
        """
        rules:
          - name: slow
            condition: max(latency) over 30s > 2s
            for: %s
            severity: %s
            channels: [%s]
        """
            .formatted(pending, severity, channel));
  }
}
