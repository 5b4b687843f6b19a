package dev.tocsin.route;

import static dev.tocsin.route.Clockwork.nanos;
import static dev.tocsin.route.Clockwork.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.routing.RoutingPlan;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of alerts, silences, acknowledgements, erasures and outages: a router that is
 * written down and read again at every step says the same as one that is not, no key is there
 * twice, no message is empty, nothing of an erased user is left, and when all is over nothing is
 * waited for. {@code -Dtocsin.router.lives=1000} for more.
 */
class RouterCutTest {
  private static final int STEPS = 300;
  private static final double TENTH = 0.1;
  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("tocsin.router.lives", 25));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameAsUncut(long seed) {
    Clockwork whole = live(seed, false);
    Clockwork cut = live(seed, true);
    assertThat(cut.heard).isEqualTo(whole.heard);
    assertThat(cut.lastWords).isEqualTo(whole.lastWords);
    assertThat(cut.written()).isEqualTo(whole.written());
    assertThat(whole.sent())
        .allMatch(message -> !message.alerts().isEmpty())
        .extracting(message -> message.key())
        .doesNotHaveDuplicates();
    assertThat(whole.router().nextDue()).isEqualTo(Router.NEVER);
    assertThat(whole.router().onTheirWay()).isEmpty();
  }

  private static Clockwork live(long seed, boolean cuts) {
    Random random = new Random(seed);
    Clockwork run =
        new Clockwork(
            plan(random),
            (channel, at) -> !channel.equals("slack") || (int) (at * 10) / 23 % 2 == 0,
            cuts);
    Map<String, Double> alive = new TreeMap<>();
    for (int step = 0; step < STEPS; step++) {
      step(run, random, 1 + step * TENTH, alive);
    }
    alive.forEach(
        (alert, began) ->
            run.at(
                STEPS * TENTH + 2,
                at ->
                    run.router().transition(Clockwork.resolved(labels(alert), nanos(began), at))));
    return run.run(2 * STEPS * TENTH);
  }

  private static RoutingPlan plan(Random random) {
    Plans plan =
        Plans.with(random.nextInt(3), random.nextInt(4), 1 + random.nextInt(10))
            .escalate(3, "boss")
            .escalate(8, "boss");
    switch (random.nextInt(3)) {
      case 0 -> plan.byAll();
      case 1 -> plan.groupBy("user");
      default -> plan.groupBy();
    }
    if (random.nextBoolean()) {
      plan.budget(1 + random.nextInt(3), 10);
    }
    plan.child(
        Plans.with(random.nextInt(3), random.nextInt(3), 5)
            .path("critical")
            .match("severity = critical")
            .receiver("oncall"));
    if (random.nextBoolean()) {
      plan.inhibit("outage", List.of("rule = r0"), List.of("rule =~ r[12]"), "user");
    }
    return plan.quietOnResolve("oncall", "pager")
        .receivers("team", "slack", "email")
        .receivers("boss", "phone")
        .plan();
  }

  private static void step(Clockwork run, Random random, double now, Map<String, Double> alive) {
    String rule = "r" + random.nextInt(3);
    String user = "u" + random.nextInt(2);
    String alert = rule + user;
    int what = random.nextInt(30);
    int extra = random.nextInt(3);
    List<String> own = random.nextInt(4) == 0 ? List.of("slack", "sms") : List.of();
    if (what < 6) {
      boolean isNew = alive.putIfAbsent(alert, now) == null;
      double began = alive.getOrDefault(alert, now);
      run.at(
          now,
          at ->
              run.router()
                  .transition(
                      Clockwork.transition(
                          labels(alert),
                          nanos(began),
                          at,
                          isNew ? AlertState.INACTIVE : AlertState.FIRING,
                          AlertState.FIRING,
                          SEVERITIES.get(extra),
                          own)));
    } else if (what < 9 && alive.containsKey(alert)) {
      double began = alive.remove(alert);
      run.at(
          now, at -> run.router().transition(Clockwork.resolved(labels(alert), nanos(began), at)));
    } else if (what == 9) {
      run.silence("rule", rule, now, now + 1 + extra * 2);
    } else if (what == 10) {
      run.at(now, at -> run.router().expire("s" + (1 + extra), time(now)));
    } else if (what == 11 && alive.containsKey(alert)) {
      String key = Clockwork.resolved(labels(alert), nanos(alive.get(alert)), 0).alertKey();
      Acknowledgement by = new Acknowledgement("ben", time(now), "");
      run.at(now, at -> run.router().acknowledge(List.of(key), by));
    } else if (what == 12 && extra == 0) {
      erase(run, user, now, alive);
    }
  }

  private static void erase(Clockwork run, String user, double now, Map<String, Double> alive) {
    Map<String, Transition> ends = new TreeMap<>();
    for (int rule = 0; rule < 3; rule++) {
      Double began = alive.remove("r" + rule + user);
      if (began != null) {
        Transition end = Clockwork.resolved(labels("r" + rule + user), nanos(began), nanos(now));
        ends.put(end.alertKey(), end);
      }
    }
    run.at(
        now,
        at -> {
          run.router().erase(user, ends);
          assertThat(run.written()).doesNotContain(user);
        });
  }

  private static Map<String, String> labels(String alert) {
    return Map.of("rule", alert.substring(0, 2), "user", alert.substring(2));
  }
}
