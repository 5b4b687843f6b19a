package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Score;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** How a change of the events changes the transitions. */
class MetamorphicTest {
  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - {name: busy, condition: count() by user over 10m >= 3, for: 5s, keep_firing_for: 1m}
            - {name: slow, condition: p95_latency > 0.08, window: 6m}
            - {name: errors, condition: error_rate by model > 40% and count() by model over 1m > 0,
               window: 2m}
            - {name: dear, condition: sum(cost) where model == "m1" over 1h > 4}
            - {name: poor, condition: avg(score.q) over 3m <= 0.5}
            - {name: mute, condition: avg(latency) by user over 2m > 0.05, no_data: alert, for: 20s,
               resolve_when: avg(latency) by user over 2m < 0.02}
            - {name: graded, condition: avg(latency) by user over 2m, warning: '> 0.03',
               critical: '> 0.07', limit: 1, flapping: {changes: 3, within: 10m}, no_data: keep}
          """);

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void daysLaterTheSameHappensDaysLater(
      @ForAll("streams") List<Event> events,
      @ForAll @LongRange(min = -9000, max = 9000) long days) {
    List<Event> later =
        events.stream().map(event -> shifted(event, Duration.ofDays(days).toNanos())).toList();
    List<Transition> expected =
        Runs.ofTrace(PLAN, events, false).transitions().stream()
            .map(transition -> shifted(transition, Duration.ofDays(days)))
            .toList();
    assertThat(Runs.ofTrace(PLAN, later, false).transitions()).isEqualTo(expected);
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void aGroupThatNeverMattersChangesNothing(@ForAll("streams") List<Event> events) {
    Plan byUser =
        Rules.parse(
            "by-user.yaml",
            """
            rules:
              - {name: busy, condition: count() by user over 10m >= 3, for: 5s}
              - {name: total, condition: 'sum(cost) where user in ("u1", "u2", "u3") over 1h > 4'}
              - {name: slow, condition: avg(latency) by user over 5m > 0.06 and rate() by user over
                 20s > 0}
            """);
    List<Event> more = new ArrayList<>();
    for (Event event : events) {
      more.add(event);
      more.add(Call.atNanos(event.timeNanos()).user("quiet" + more.size()).build());
    }
    assertThat(Runs.ofTrace(byUser, more, false).transitions())
        .isEqualTo(Runs.ofTrace(byUser, events, false).transitions());
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(80, 2000);
  }

  private static Transition shifted(Transition t, Duration by) {
    return new Transition(
        t.time().plus(by),
        t.rule(),
        t.group(),
        t.activation().plus(by),
        t.from(),
        t.to(),
        t.decisive(),
        t.readings(),
        t.severity(),
        t.channels(),
        t.labels(),
        t.annotations(),
        t.reason(),
        t.flapping(),
        shifted(t.evidence(), by));
  }

  private static Evidence shifted(Evidence evidence, Duration by) {
    return new Evidence(
        evidence.exemplars().stream()
            .map(
                each -> new Exemplar(each.call(), each.trace(), each.time().plus(by), each.value()))
            .toList(),
        evidence.contributors(),
        evidence.sampled());
  }

  private static Event shifted(Event event, long nanos) {
    if (event instanceof Score score) {
      return new Score(
          score.timeNanos() + nanos, score.call(), score.name(), score.value(), null, null, null);
    }
    Call call = (Call) event;
    CallBuilder copy =
        Call.atNanos(call.timeNanos() + nanos)
            .id(call.id())
            .user(call.user())
            .model(call.model())
            .status(call.status())
            .latencyMicros(call.latencyMicros())
            .outputTokens(call.outputTokens())
            .costNanoDollars(call.costNanoDollars());
    call.scores().forEach((name, value) -> copy.score(name, BigDecimal.valueOf(value, 9)));
    return copy.build();
  }
}
