package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Duration NEAR = Duration.ofSeconds(5);
  private static final Instant END = Alerts.at(100);

  /** Gaps and lengths in turn; an odd number of them leaves the last alert firing. */
  @Provide
  Arbitrary<List<Integer>> lives() {
    return Arbitraries.integers().between(1, 12).list().ofMaxSize(9);
  }

  private static List<PastAlert> alerts(List<Integer> gapsAndLengths) {
    List<PastAlert> alerts = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < gapsAndLengths.size(); i += 2) {
      long from = at + gapsAndLengths.get(i);
      boolean ends = i + 1 < gapsAndLengths.size();
      at = ends ? from + gapsAndLengths.get(i + 1) : from;
      alerts.add(Alerts.fired("slow", from, ends ? Optional.of(at) : Optional.empty()));
    }
    return alerts;
  }

  /** What all ways to match come to; also those that do not keep the order of time. */
  private record Way(int matches, Duration distance) {}

  private static List<Way> allWays(List<PastAlert> before, List<PastAlert> after) {
    if (before.isEmpty()) {
      return List.of(new Way(0, Duration.ZERO));
    }
    PastAlert first = before.get(0);
    List<PastAlert> rest = before.subList(1, before.size());
    List<Way> ways = new ArrayList<>(allWays(rest, after));
    for (PastAlert other : after) {
      if (mayMatch(first, other)) {
        List<PastAlert> left = new ArrayList<>(after);
        left.remove(other);
        Duration shift =
            Duration.between(first.fired().orElseThrow(), other.fired().orElseThrow()).abs();
        allWays(rest, left)
            .forEach(way -> ways.add(new Way(way.matches() + 1, way.distance().plus(shift))));
      }
    }
    return ways;
  }

  /** Whether any second of one is within reach of a second of the other. */
  private static boolean mayMatch(PastAlert one, PastAlert other) {
    Instant earlierEnd = min(one.ended().orElse(END), other.ended().orElse(END));
    Instant laterStart =
        one.fired().orElseThrow().isAfter(other.fired().orElseThrow())
            ? one.fired().orElseThrow()
            : other.fired().orElseThrow();
    return !laterStart.isAfter(earlierEnd.plus(NEAR));
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Property
  void noOtherWayMatchesMoreOrNearer(
      @ForAll("lives") List<Integer> old, @ForAll("lives") List<Integer> young) {
    List<PastAlert> before = alerts(old);
    List<PastAlert> after = alerts(young);
    List<AlertPair> pairs = new Matching(before, after, NEAR, END).pairs();

    Way best =
        allWays(before, after).stream()
            .min(Comparator.comparingInt((Way way) -> -way.matches()).thenComparing(Way::distance))
            .orElseThrow();
    Duration distance =
        pairs.stream().map(pair -> pair.shift().abs()).reduce(Duration.ZERO, Duration::plus);
    assertThat(new Way(pairs.size(), distance)).isEqualTo(best);
  }

  @Property
  void eachAlertIsMatchedAtMostOnceAndInOrder(
      @ForAll("lives") List<Integer> old, @ForAll("lives") List<Integer> young) {
    List<AlertPair> pairs = new Matching(alerts(old), alerts(young), NEAR, END).pairs();

    assertThat(pairs).allMatch(pair -> mayMatch(pair.before(), pair.after()));
    assertThat(new HashSet<>(pairs.stream().map(AlertPair::before).toList())).hasSameSizeAs(pairs);
    assertThat(new HashSet<>(pairs.stream().map(AlertPair::after).toList())).hasSameSizeAs(pairs);
    assertThat(pairs.stream().map(pair -> pair.before().activation()).toList()).isSorted();
    assertThat(pairs.stream().map(pair -> pair.after().activation()).toList()).isSorted();
  }

  @Property
  void theSameAlertsMatchThemselves(@ForAll("lives") List<Integer> lives) {
    List<PastAlert> alerts = alerts(lives);

    assertThat(new Matching(alerts, alerts, NEAR, END).pairs())
        .isEqualTo(alerts.stream().map(alert -> new AlertPair(alert, alert)).toList());
  }

  @Test
  void alertsThatAreTooFarApartAreNotTheSame() {
    List<PastAlert> before = List.of(Alerts.fired("slow", 0, 10));

    assertThat(new Matching(before, List.of(Alerts.fired("slow", 15, 20)), NEAR, END).pairs())
        .singleElement()
        .extracting(AlertPair::shift)
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(new Matching(before, List.of(Alerts.fired("slow", 16, 20)), NEAR, END).pairs())
        .isEmpty();
  }
}
