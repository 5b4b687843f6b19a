package dev.tocsin.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.dsl.testfile.WrittenTrace;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.TraceRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedTraceTest {
  private static final Instant START = WrittenTrace.START;

  @Test
  void aSteadyPaceBeginsAtTheStartAndEndsBeforeTheLength() {
    List<Call> calls = calls("{every: 1s, for: 10s}");

    assertThat(calls).hasSize(10);
    assertThat(calls.get(0).time()).isEqualTo(START);
    assertThat(calls.get(9).time()).isEqualTo(START.plusSeconds(9));
    assertThat(calls).extracting(Call::id).startsWith("g1-1", "g1-2").doesNotHaveDuplicates();
  }

  @Test
  void aCountIsSpreadOverALength() {
    List<Call> calls = calls("{at: 10m, count: 4, over: 10s}");

    assertThat(calls)
        .extracting(call -> Duration.between(START, call.time()).toMillis())
        .containsExactly(600_000L, 602_500L, 605_000L, 607_500L);
  }

  @ParameterizedTest
  @CsvSource({
    "'{every: 1s, for: 2500ms}', 3",
    "'{every: 2s, count: 5}', 5",
    "'{count: 7}', 7",
    "'{model: gpt-4o}', 1",
    "'{every: 1s, over: 3s}', 3",
  })
  void thePaceSaysHowManyThereAre(String entry, int events) {
    assertThat(calls(entry)).hasSize(events);
  }

  @ParameterizedTest
  @CsvSource({
    "10m, 2026-03-01T10:10:00Z",
    "+10m, 2026-03-01T10:10:00Z",
    "0, 2026-03-01T10:00:00Z",
    "11:30, 2026-03-01T11:30:00Z",
    "day 2 09:00, 2026-03-02T09:00:00Z",
    "2026-03-05T00:00:00Z, 2026-03-05T00:00:00Z",
  })
  void timesAreOffsetsOrTimesOfTheTrace(String at, Instant expected) {
    assertThat(calls("{at: \"" + at + "\"}").get(0).time()).isEqualTo(expected);
  }

  @Test
  void fieldsHaveTheUnitsOfRules() {
    Call call =
        calls(
                "{latency: 1.5s, ttft: 300, cost: $0.01, input_tokens: 2k, status: timeout,"
                    + " user: u1, cache_hit: true, answer_relevance: 90%, score.hallucination: -0.1,"
                    + " attr.tenant: acme, attr.tier: 3, attr.trial: true, id: mine, output: hi}")
            .get(0);

    assertThat(call.latencyMicros()).isEqualTo(1_500_000);
    assertThat(call.ttftMicros()).isEqualTo(300_000);
    assertThat(call.costNanoDollars()).isEqualTo(10_000_000);
    assertThat(call.inputTokens()).isEqualTo(2_000);
    assertThat(call.status()).isEqualTo(Status.TIMEOUT);
    assertThat(call.user()).isEqualTo("u1");
    assertThat(call.cacheHit()).isTrue();
    assertThat(call.scores())
        .isEqualTo(Map.of("answer_relevance", 900_000_000L, "hallucination", -100_000_000L));
    assertThat(call.attributes().toString()).isEqualTo("{tenant=acme, tier=3, trial=true}");
    assertThat(call.id()).isEqualTo("mine");
    assertThat(call.output()).isEqualTo("hi");
  }

  @Test
  void listsAreTakenInTurnAndNumbersInTextsAreCounted() {
    List<Call> calls = calls("{count: 5, model: [a, b], user: \"u{1..3}-{5..4}\"}");

    assertThat(calls).extracting(Call::model).containsExactly("a", "b", "a", "b", "a");
    assertThat(calls)
        .extracting(Call::user)
        .containsExactly("u1-5", "u2-4", "u3-5", "u1-4", "u2-5");
  }

  @Test
  void aRangeGoesFromTheFirstToTheLast() {
    List<Call> calls = calls("{count: 5, over: 1m, latency: 1s..5s, answer_relevance: 0.9..0.5}");

    assertThat(calls)
        .extracting(call -> call.latencyMicros() / 1_000)
        .containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L);
    assertThat(calls.get(4).scoreBillionths("answer_relevance")).isEqualTo(500_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "normal(800ms 200ms), 800, 200",
    "'\"normal(800ms, 200ms)\"', 800, 200",
    "uniform(500ms 1500ms), 1000, 288.7",
    "exponential(700ms), 700, 700",
    "lognormal(800ms 0.5), 906.5, 483.1",
  })
  void distributionsHaveTheirMeanAndDeviation(String latency, double mean, double deviation) {
    List<Call> calls = calls("{count: 20000, latency: " + latency + "}");

    double measured = mean(calls, Call::latencyMicros) / 1_000;
    double squares = mean(calls, call -> call.latencyMicros() * call.latencyMicros()) / 1e6;
    assertThat(measured).isCloseTo(mean, within(mean * 0.03));
    assertThat(Math.sqrt(squares - measured * measured))
        .isCloseTo(deviation, within(deviation * 0.05));
  }

  @Test
  void weightsSayHowOftenWhatIsDrawn() {
    List<Call> calls = calls("{count: 10000, status: {ok: 90%, error: 6%, timeout: 4%}}");

    assertThat(calls.stream().filter(call -> call.status() == Status.ERROR).count())
        .isBetween(500L, 700L);
    assertThat(calls.stream().filter(call -> call.status() == Status.TIMEOUT).count())
        .isBetween(300L, 500L);
  }

  @Test
  void numbersThatCannotBeNegativeAreCutAtZero() {
    assertThat(calls("{count: 1000, latency: normal(1ms 100ms)}"))
        .allSatisfy(call -> assertThat(call.latencyMicros()).isNotNegative());
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherAnother() {
    String entry = "{count: 50, latency: exponential(1s), seed: %s}";

    assertThat(latencies(entry.formatted(7))).isEqualTo(latencies(entry.formatted(7)));
    assertThat(latencies(entry.formatted(7))).isNotEqualTo(latencies(entry.formatted(8)));
  }

  @Test
  void scoresComeLaterThanTheirCallsWhereThatIsSaid() {
    List<Event> events =
        WrittenTrace.of("events: [{every: 2s, for: 4s, faithfulness: [0.1, 0.2], score_delay: 3s}]")
            .events();

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Call", "Call", "Score", "Score");
    assertThat(events.get(3))
        .isEqualTo(
            new Score(
                START.getEpochSecond() * 1_000_000_000 + 5_000_000_000L,
                "g1-2",
                "faithfulness",
                200_000_000,
                null,
                null,
                null));
  }

  @Test
  void entriesAreMergedInTheOrderOfTheirStamps() {
    List<Event> events =
        WrittenTrace.of(
                """
                events:
                  - {every: 2s, for: 6s, model: a}
                  - {at: 1s, deployment: {prompt: support, version: v8}}
                  - {at: 2s, every: 1s, count: 2, measure: {name: depth, value: 3..9, labels: {region: [eu, us]}}}
                """)
            .events();

    assertThat(events).extracting(Event::timeNanos).isSorted();
    assertThat(events).hasSize(6);
    assertThat(events.get(1)).isInstanceOf(Deployment.class);
    assertThat(events)
        .filteredOn(Measure.class::isInstance)
        .extracting(event -> ((Measure) event).value() + " " + ((Measure) event).labels())
        .containsExactly("3000000000 {region=eu}", "9000000000 {region=us}");
  }

  @Test
  void rulesFireOnGeneratedEventsTheSameEachTime() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - name: errors
                condition: error_rate over 5m > 20%
                min_samples: 50
            """);
    WrittenTrace written =
        WrittenTrace.of(
            """
            events:
              - {every: 1s, for: 10m, status: {ok: 95%, error: 5%}}
              - {at: 10m, every: 1s, for: 10m, status: {ok: 50%, error: 50%}}
            """);

    Replay replay = TraceRun.of(plan, written.trace()).run();

    assertThat(replay.start()).isEqualTo(START);
    assertThat(replay.trace()).isEqualTo("events");
    assertThat(replay.summary().format()).isEqualTo("generated");
    assertThat(replay.transitions())
        .first()
        .satisfies(
            firing ->
                assertThat(firing.time())
                    .isBetween(START.plusSeconds(620), START.plusSeconds(780)));
    assertThat(TraceRun.of(plan, written.trace()).run().transitions())
        .isEqualTo(replay.transitions());
  }

  private static List<Long> latencies(String entry) {
    return calls(entry).stream().map(Call::latencyMicros).toList();
  }

  private static double mean(List<Call> calls, ToLongFunction<Call> number) {
    return calls.stream().mapToLong(number).average().orElseThrow();
  }

  private static List<Call> calls(String entry) {
    return WrittenTrace.of("events:\n  - " + entry + "\n").events().stream()
        .map(Call.class::cast)
        .toList();
  }
}
