package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Event;
import dev.tocsin.journal.Input;
import dev.tocsin.plan.Plan;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ticks at which nothing can change may be left out, over hours and days. */
class SkippedTicksTest {
  static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - {name: day, condition: daily_cost > 3}
            - {name: berlin, condition: 'count() per day "Europe/Berlin" >= 3', for: 2h}
            - {name: week, condition: sum(cost) by user per week > 5, keep_firing_for: 3h}
            - {name: quiet, condition: count() over 1h < 2, for: 10m}
            - {name: slow, condition: 'p95_latency by model > 0.1', window: 7m, for: 30s}
            - {name: errors, condition: error_rate > 50%, window: 5h, keep_firing_for: 90m}
            - {name: poor, condition: avg(score.q) over 30m < 0.5, min_samples: 2}
            - {name: both, condition: 'count() by user over 1d > 2 and count() over 10s > 0'}
            - {name: either, condition: 'rate() over 20s > 0.1 or ratio(latency > 0.05) over 3h > 0.6'}
            - {name: drift, condition: ks_statistic > 0.3, baseline_window: 2h, current_window: 9m,
               min_samples: 3}
            - {name: back, condition: 'p95(latency) over 10m offset 1h > 0.06', for: 30s}
            - {name: yesterday, condition: sum(cost) per hour offset 2h > 2}
            - {name: longest, condition: 'max(latency) by user over 20m > 0.1', keep_firing_for: 5m}
            - {name: uneven, condition: 'stddev(latency) over 30m > 0.03 and min(latency) over 1h < 0.01'}
            - {name: many, condition: distinct(user) over 15m offset 10m >= 3}
            - {name: newest, condition: last(output_tokens) by model over 1h >= 8}
            - {name: shifted, condition: psi(model) over 9m vs previous 2h > 0.3, min_samples: 3}
            - {name: unlike, condition: js(latency) over 9m offset 3m vs previous 2h > 0.4,
               min_samples: 3}
            - {name: silent, condition: 'avg(latency) by user over 20m > 0.06', no_data: fire, for: 10m}
            - {name: frozen, condition: 'avg(latency) by model over 5m > 0.04', no_data: keep, for: 3m,
               keep_firing_for: 2m}
            - {name: mute, condition: count() by user over 30m > 1 and avg(latency) over 3m > 0,
               no_data: alert, for: 2m}
            - {name: sticky, condition: 'avg(latency) by user over 10m > 0.06', keep_firing_for: 1m,
               resolve_when: 'avg(latency) by user over 10m < 0.04'}
            - {name: calm, condition: 'avg(latency) by user over 10m > 0.06',
               resolve_when: count() over 10m < 3}
            - {name: crowded, condition: 'sum(cost) by user over 20m > 1', limit: 1, for: 30s}
            - {name: nervous, condition: 'avg(latency) by user over 1m > 0.05', limit: 2,
               flapping: {changes: 3, within: 1h}}
            - {name: graded, condition: avg(latency) by model over 3m, info: '> 0.02',
               warning: '> 0.05', critical: '> 0.08', keep_firing_for: 2m, no_data: fire, for: 20s,
               flapping: {changes: 4, within: 2h}, resolve_when: 'avg(latency) by model over 3m < 0.03'}
          """);

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void changeNothing(@ForAll("streams") List<Event> events) {
    Runs.Run everyTick = Runs.ofTrace(PLAN, events, true);
    Runs.Run skipping = Runs.ofTrace(PLAN, events, false);
    assertThat(skipping.transitions()).isEqualTo(everyTick.transitions());
    assertThat(skipping.counters()).isEqualTo(everyTick.counters());
    assertThat(skipping.inputs().size()).isLessThanOrEqualTo(everyTick.inputs().size());
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void aJournalFedToAnotherEngineGivesTheSame(@ForAll("streams") List<Event> events) {
    Runs.Run first = Runs.ofTrace(PLAN, events, false);
    Runs.Run second = Runs.ofInputs(PLAN, first.inputs());
    assertThat(second.transitions()).isEqualTo(first.transitions());
    assertThat(second.transitions().toString()).isEqualTo(first.transitions().toString());
    assertThat(second.counters()).isEqualTo(first.counters());
    assertThat(first.inputs().stream().filter(Input.Arrival.class::isInstance))
        .hasSameSizeAs(events);
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(120, 12 * 3600);
  }
}
