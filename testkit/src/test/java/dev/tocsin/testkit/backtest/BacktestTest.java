package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Severity;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.TraceRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - name: slow
              condition: max(latency) over 10s > 2s
              severity: critical
              channels: [slack, pagerduty]
            - name: slower
              condition: max(latency) over 10s > 4s
              for: 1m
              severity: warning
              channels: [slack]
            - name: worse
              condition: max(score.faithfulness) over 10s > 0.5
              severity: info
              channels: [slack]
          """);

  @TempDir private Path folder;

  private Replay replay(int seconds, int... slow) {
    return Traces.replay(
        PLAN,
        Traces.of(
            folder,
            seconds,
            second -> Arrays.stream(slow).anyMatch(at -> at == second) ? 5000 : 100));
  }

  @Test
  void addsUpAlertsByRuleAndSeverity() {
    Backtest backtest = Backtest.of(replay(1200, 100, 400, 405, 1195));

    assertThat(backtest.all().alerts()).isEqualTo(3);
    assertThat(backtest.all().waited()).isEqualTo(2);
    assertThat(backtest.all().stillFiring()).isEqualTo(1);
    assertThat(backtest.severities())
        .extracting(each -> each.severity() + " " + each.tally().alerts())
        .containsExactly("CRITICAL 3", "WARNING 0", "INFO 0");
    assertThat(backtest.rules())
        .extracting(each -> each.rule() + " " + each.tally().alerts() + " " + each.hadData())
        .containsExactly("slow 3 true", "slower 0 true", "worse 0 false");
    FiringTimes firing = backtest.rules().get(0).tally().firing();
    assertThat(firing.longest()).isEqualTo(Duration.ofSeconds(15));
    assertThat(firing.median()).isEqualTo(Duration.ofSeconds(10));
    assertThat(backtest.noise()).isEqualTo(new Noise(3, 3, 2, 0, 2));
  }

  @Test
  void pagesAreThoseThatSayThatSomethingFires() {
    Backtest backtest = Backtest.of(replay(1200, 100));

    assertThat(backtest.rules().get(0).messages()).isEqualTo(4);
    assertThat(backtest.rules().get(0).pages()).isEqualTo(2);
    assertThat(backtest.receivers())
        .extracting(each -> each.channel() + " " + each.messages() + " " + each.pages())
        .containsExactly("pagerduty 2 1", "slack 2 1");
  }

  @Test
  void hoursAreThoseOfTheZone() {
    Replay replay =
        TraceRun.of(PLAN, Traces.of(folder, 1200, second -> second == 900 ? 5000 : 100))
            .zone(ZoneId.of("Europe/Berlin"))
            .run();

    List<Long> byHour = Backtest.of(replay).receivers().get(0).pagesByHour();
    assertThat(byHour).hasSize(24);
    assertThat(byHour.get(0)).isEqualTo(1); // 23:05 in London
    assertThat(byHour.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
  }

  @Test
  void whatHappenedIsToldOfEachAlert() {
    List<PastAlert> alerts = PastAlert.of(replay(1200, 100));

    PastAlert slow =
        alerts.stream().filter(alert -> alert.rule().equals("slow")).findFirst().orElseThrow();
    assertThat(slow.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(slow.fired()).contains(Traces.START.plusSeconds(101));
    assertThat(slow.ended()).contains(Traces.START.plusSeconds(111));
    assertThat(slow.receivers()).containsExactly("pagerduty", "slack");
    assertThat(slow.name()).isEqualTo("slow");
    PastAlert slower =
        alerts.stream().filter(alert -> alert.rule().equals("slower")).findFirst().orElseThrow();
    assertThat(slower.hasFired()).isFalse();
    assertThat(slower.firing(Instant.MAX)).isZero();
    assertThat(slower.receivers()).isEmpty();
  }
}
