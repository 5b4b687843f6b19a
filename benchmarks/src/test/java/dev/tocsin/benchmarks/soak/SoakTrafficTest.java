package dev.tocsin.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SoakTrafficTest {
  private static final int EVENTS = 20_000;
  private static final Instant EVENING = Instant.parse("2026-10-03T23:50:00Z");

  @Test
  void isTheSameEveryTime() {
    assertThat(events(EVENING, EVENTS))
        .usingElementComparator(
            Comparator.comparingLong(Offered::now)
                .thenComparing(offered -> offered.event().toString())
                .thenComparing(Offered::repeat))
        .isEqualTo(events(EVENING, EVENTS));
  }

  @Test
  void hasEveryKindOfEvent() {
    List<Offered> events = events(EVENING, EVENTS);
    assertThat(events).anyMatch(offered -> offered.event() instanceof Score);
    assertThat(events).anyMatch(offered -> offered.event() instanceof Measure);
    assertThat(events).anyMatch(Offered::repeat);
    assertThat(events).anyMatch(offered -> after(offered).compareTo(Duration.ofMinutes(1)) > 0);
    assertThat(events).anyMatch(offered -> after(offered).compareTo(Duration.ofSeconds(-40)) < 0);
  }

  @Test
  void mostUsersHaveNewNamesEachDay() {
    Stream<String> users =
        events(EVENING, EVENTS).stream()
            .filter(offered -> offered.event() instanceof Call)
            .map(offered -> String.valueOf(((Call) offered.event()).user()));
    assertThat(users.filter(user -> user.endsWith("-1")).distinct().count()).isEqualTo(2);
  }

  @Test
  void theClockStepsBackAndLeaps() {
    assertThat(steps(Instant.parse("2026-10-04T05:59:00Z")))
        .anyMatch(step -> step.toMinutes() == -9 || step.toMinutes() == -10);
    assertThat(steps(Instant.parse("2026-10-04T11:59:00Z"))).anyMatch(step -> step.toDays() == 2);
  }

  /** What the clock does between each two events. */
  private static List<Duration> steps(Instant from) {
    List<Duration> steps = new ArrayList<>();
    List<Offered> events = events(from, EVENTS / 2);
    for (int i = 1; i < events.size(); i++) {
      steps.add(Duration.ofNanos(events.get(i).now() - events.get(i - 1).now()));
    }
    return steps;
  }

  private static Duration after(Offered offered) {
    return Duration.ofNanos(offered.event().timeNanos() - offered.now());
  }

  private static List<Offered> events(Instant start, int count) {
    SoakTraffic traffic = new SoakTraffic(start);
    return Stream.generate(traffic::next).limit(count).toList();
  }
}
