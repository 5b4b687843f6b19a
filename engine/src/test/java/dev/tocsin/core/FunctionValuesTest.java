package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What functions read, from a rule file to a transition, worked out by hand: 40 calls in five
 * minutes, of which model b has a quarter, then 20 in a minute, of which it has half.
 */
class FunctionValuesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_800_000_000L * SECOND;
  private static final long BEHIND = START + 300 * SECOND;

  @ParameterizedTest
  @CsvSource({
    "psi(model), 0.274653072167027, NUMBER",
    "js(model), 0.220895768849017, NUMBER",
    "chi2(model), 0.052807511416114, NUMBER",
    "psi(cache_hit), 0.274653072167027, NUMBER",
    "psi(attr.tenant), 0.274653072167027, NUMBER",
    "psi(latency), 0.274653072167027, NUMBER",
    "ks(latency), 0.25, NUMBER",
    "cliffs_delta(latency), 0.25, NUMBER",
    "mean_shift(latency), 250, DURATION",
    "mean_shift(score.q), 0.125, NUMBER",
  })
  void drift(String function, double expected, Unit unit) {
    assertReads(function + " over 1m vs previous 5m", expected, 1e-9, unit, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "wasserstein(latency), 250, 2.5, DURATION",
    "wasserstein(score.q), 0.125, 0.001, NUMBER",
    "psi(score.q), 0.274653072167027, 1e-9, NUMBER",
  })
  void driftWithinABucket(String function, double expected, double off, Unit unit) {
    assertReads(function + " over 1m vs previous 5m", expected, off, unit, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "min(latency) over 6m, 1000, DURATION, 60",
    "max(latency) over 6m, 2000, DURATION, 60",
    "max(score.q) over 6m, 0.75, NUMBER, 60",
    "stddev(latency) over 1m, 500, DURATION, 20",
    "stddev(score.q) over 1m, 0.25, NUMBER, 20",
    "distinct(model) over 1m, 2, COUNT, 20",
    "distinct(id) over 6m, 60, COUNT, 60",
    "distinct(cache_hit) over 1m, 2, COUNT, 20",
    "distinct(attr.tenant) over 1m, 2, COUNT, 20",
    "distinct(latency) over 1m, 2, COUNT, 20",
    "distinct(feature) over 1m, 0, COUNT, 0",
    "last(latency) over 1m, 2000, DURATION, 20",
    "count() over 2m offset 1m, 16, COUNT, 16",
    "rate() over 2m offset 1m, 0.13333333333333333, RATE, 16",
    "count() per minute offset 1m, 8, COUNT, 8",
  })
  void plain(String term, double expected, Unit unit, long samples) {
    assertReads(term, expected, 1e-12, unit, samples);
  }

  private static void assertReads(
      String term, double expected, double off, Unit unit, long samples) {
    List<Transition> transitions =
        Runs.ofTrace(
                Rules.parse(
                    "r.yaml",
                    "rules: [{name: r, condition: '%s >= 0 and count() over 1m >= 20'}]"
                        .formatted(term)),
                events(),
                false)
            .transitions();
    assertThat(transitions).isNotEmpty();
    assertThat(transitions.get(0).readings().get(0))
        .satisfies(
            reading -> {
              assertThat(reading.value()).isCloseTo(expected, within(off));
              assertThat(reading.unit()).isEqualTo(unit);
              assertThat(reading.samples()).isEqualTo(samples);
            });
  }

  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(call(START + i * 300L * SECOND / 40, i, i % 4 == 3));
    }
    for (int i = 0; i < 20; i++) {
      events.add(call(BEHIND + i * 60L * SECOND / 20, 40 + i, i % 2 == 1));
    }
    return events;
  }

  private static Call call(long stamp, int number, boolean other) {
    CallBuilder call =
        Call.atNanos(stamp)
            .id("c" + number)
            .model(other ? "b" : "a")
            .cacheHit(other)
            .attribute("tenant", other ? "acme" : "zeta")
            .latencyMicros(other ? 2_000_000 : 1_000_000)
            .score("q", new java.math.BigDecimal(other ? "0.75" : "0.25"));
    return call.build();
  }
}
