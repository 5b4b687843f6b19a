package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DetectionTest {
  private static final int SLACK = 10;
  private static final int END = 100;

  private record Fired(String rule, int at) {}

  private record Trouble(int from, int length, Set<String> rules) {}

  @Provide
  Arbitrary<List<Fired>> alerts() {
    return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.integers().between(0, END))
        .as(Fired::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Trouble>> troubles() {
    return Combinators.combine(
            Arbitraries.integers().between(-40, END + 40),
            Arbitraries.integers().between(0, 30),
            Arbitraries.of(Set.<String>of(), Set.of("a"), Set.of("a", "b")))
        .as(Trouble::new)
        .list()
        .ofMaxSize(5);
  }

  /** Marks every second that is right for an incident, and looks alerts up in it. */
  @Property
  void countsAsAListOfSecondsDoes(
      @ForAll("alerts") List<Fired> alerts, @ForAll("troubles") List<Trouble> troubles) {
    Detection found = detection(alerts, troubles);

    Set<Integer> right = new HashSet<>();
    long detected = 0;
    long counted = 0;
    for (Trouble trouble : troubles) {
      boolean[] seconds = new boolean[300];
      for (int second = trouble.from() - SLACK; second <= trouble.from() + trouble.length(); ) {
        seconds[second++ + 100] = true;
      }
      if (trouble.from() > END || trouble.from() + trouble.length() < 0) {
        continue;
      }
      counted++;
      boolean any = false;
      for (int i = 0; i < alerts.size(); i++) {
        Fired alert = alerts.get(i);
        boolean concerns = trouble.rules().isEmpty() || trouble.rules().contains(alert.rule());
        if (concerns && seconds[alert.at() + 100]) {
          any = true;
          right.add(i);
        }
      }
      detected += any ? 1 : 0;
    }
    assertThat(found.right()).isEqualTo(right.size());
    assertThat(found.detected()).isEqualTo(detected);
    assertThat(found.incidents()).hasSize((int) counted);
    assertThat(found.outside()).hasSize((int) (troubles.size() - counted));
    for (RuleDetection rule : found.rules()) {
      Detection alone =
          detection(
              alerts.stream().filter(each -> each.rule().equals(rule.rule())).toList(),
              troubles.stream()
                  .filter(each -> each.rules().isEmpty() || each.rules().contains(rule.rule()))
                  .toList());
      assertThat(rule.right()).isEqualTo(alone.right());
      assertThat(rule.noticed()).isEqualTo(alone.detected());
      assertThat(rule.concerned()).isEqualTo(alone.incidents().size());
    }
    assertThat(found.rules().stream().mapToLong(RuleDetection::right).sum())
        .isEqualTo(right.size());
    assertThat(found.precision().isPresent()).isEqualTo(!alerts.isEmpty());
    assertThat(found.recall().isPresent()).isEqualTo(counted > 0);
  }

  private static Detection detection(List<Fired> alerts, List<Trouble> troubles) {
    List<PastAlert> past = new ArrayList<>();
    alerts.forEach(each -> past.add(Alerts.fired(each.rule(), each.at(), each.at() + 1)));
    List<LabelledIncident> incidents = new ArrayList<>();
    for (Trouble each : troubles) {
      incidents.add(
          new LabelledIncident(
              "trouble " + incidents.size(),
              Alerts.at(each.from()),
              Alerts.at(each.from() + each.length()),
              each.rules()));
    }
    return Detection.of(past, incidents, Duration.ofSeconds(SLACK), Alerts.START, Alerts.at(END));
  }

  @Test
  void scoresAreThoseOfTheTextbook() {
    Detection found =
        detection(
            List.of(new Fired("a", 5), new Fired("a", 18), new Fired("b", 60), new Fired("b", 90)),
            List.of(
                new Trouble(10, 10, Set.of()),
                new Trouble(55, 10, Set.of("b")),
                new Trouble(75, 5, Set.of())));

    assertThat(found.precision()).hasValue(3.0 / 4);
    assertThat(found.recall()).hasValue(2.0 / 3);
    assertThat(found.f1().orElseThrow()).isEqualTo(12.0 / 17, within(1e-12));
    assertThat(found.incidents().get(0).timeToDetect()).contains(Duration.ofSeconds(-5));
    assertThat(found.incidents().get(1).timeToDetect()).contains(Duration.ofSeconds(5));
    assertThat(found.timeToDetect()).contains(Duration.ofSeconds(-5));
    assertThat(found.rules())
        .containsExactly(new RuleDetection("a", 2, 2, 1, 2), new RuleDetection("b", 2, 1, 1, 3));
    assertThat(found.rules().get(1).recall()).hasValue(1.0 / 3);
  }

  @Test
  void withoutAnythingRightTheScoresAreZero() {
    Detection found =
        detection(List.of(new Fired("a", 50)), List.of(new Trouble(10, 10, Set.of())));

    assertThat(found.precision()).hasValue(0);
    assertThat(found.recall()).hasValue(0);
    assertThat(found.f1()).hasValue(0);
    assertThat(found.timeToDetect()).isEmpty();
  }

  @Test
  void anIncidentCannotEndBeforeItBegins() {
    assertThatThrownBy(() -> new LabelledIncident("x", Alerts.at(1), Alerts.at(0), Set.of()))
        .hasMessage("x ends before it begins");
  }
}
