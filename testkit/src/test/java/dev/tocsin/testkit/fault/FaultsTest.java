package dev.tocsin.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.dsl.testfile.WrittenTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final Instant START = WrittenTrace.START;

  private static final String MINUTE =
      """
      events:
        - {every: 1s, for: 60s, model: [gpt-4, gpt-4o], user: "u{1..3}", latency: 800ms, cost: $0.01,
           cache_hit: [true, false], output_tokens: 100, answer_relevance: 0.9, faithfulness: 0.8}
        - {at: 30s, measure: {name: depth, value: 3}}
      inject:
        - %s
      """;

  private static final String LATE_SCORES =
      """
      events:
        - {every: 1s, for: 20s, answer_relevance: 0.9, faithfulness: 0.8, score_delay: 5s}
      inject:
        - %s
      """;

  @Test
  void aFaultLastsAsLongAsItSays() {
    List<Call> calls = calls("{at: 10:00:20, for: 10s, set: {status: error}}");

    assertThat(calls)
        .filteredOn(call -> call.status() == Status.ERROR)
        .extracting(FaultsTest::seconds)
        .containsExactly(20L, 21L, 22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L);
  }

  @Test
  void aFaultWithoutTimesLastsFromTheStartToTheEnd() {
    assertThat(calls("{multiply: {latency: 2}}"))
        .hasSize(60)
        .allSatisfy(call -> assertThat(call.latencyMicros()).isEqualTo(1_600_000));
  }

  @ParameterizedTest
  @CsvSource({
    "'{model: gpt-4}', 30",
    "'{model: [gpt-4, gpt-4o]}', 60",
    "'{model: gpt-4, user: u1}', 10",
    "'{answer_relevance: 0.9}', 60",
    "'{latency: 800ms}', 60",
    "'{latency: 0.8s, cost: $0.01}', 60",
    "'{latency: [1s, 2s]}', 0",
    "'{status: ok}', 60",
    "'{attr.tenant: acme}', 0",
    "'{cache_hit: true}', 30",
    "'{cache_hit: false, model: gpt-4}', 0",
    "'\"model == \\\"gpt-4\\\" and user != \\\"u1\\\"\"', 20",
    "'\"latency >= 800ms or cost > $5\"', 60",
    "'\"score.answer_relevance < 50%\"', 0",
    "'\"feature == \\\"search\\\"\"', 0",
  })
  void itIsDoneToTheCallsOfWhichTheStatementIsTrue(String where, int expected) {
    assertThat(calls("{set: {feature: hit}, where: " + where + "}"))
        .filteredOn(call -> "hit".equals(call.feature()))
        .hasSize(expected);
  }

  @Test
  void whatIsRecordedDecidesWhereNotWhatFaultsBeforeMadeOfIt() {
    List<Call> calls =
        WrittenTrace.of(
                MINUTE.formatted("{set: {model: other}}")
                    + "  - {where: {model: gpt-4}, multiply: {latency: 3}}\n"
                    + "  - {where: {model: other}, drop: true}\n")
            .events()
            .stream()
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .toList();

    assertThat(calls).hasSize(60);
    assertThat(calls).filteredOn(call -> call.latencyMicros() == 2_400_000).hasSize(30);
  }

  @Test
  void faultsAreDoneInTheirOrder() {
    String first = "{add: {latency: 200ms}, multiply: {latency: 2}}";
    String second = "{multiply: {latency: 2}, add: {latency: 200ms}}";

    assertThat(calls(first).get(0).latencyMicros()).isEqualTo(2_000_000);
    assertThat(calls(second).get(0).latencyMicros()).isEqualTo(1_800_000);
  }

  @Test
  void severalFieldsChangeAtOnce() {
    Call call = calls("{add: {output_tokens: 500, latency: 300ms, answer_relevance: -0.5}}").get(0);

    assertThat(call.outputTokens()).isEqualTo(600);
    assertThat(call.latencyMicros()).isEqualTo(1_100_000);
    assertThat(call.scoreBillionths("answer_relevance")).isEqualTo(400_000_000);
  }

  @Test
  void numbersThatAreNotKnownStaySo() {
    assertThat(calls("{multiply: {ttft: 2, input_tokens: 3}, add: {retries: 1}}"))
        .allSatisfy(
            call -> {
              assertThat(call.ttftMicros()).isEqualTo(Event.UNKNOWN);
              assertThat(call.inputTokens()).isEqualTo(Event.UNKNOWN);
              assertThat(call.retries()).isEqualTo(Event.UNKNOWN);
            });
  }

  @Test
  void nothingCanGetBelowZeroButScores() {
    Call call = calls("{add: {latency: -3s, answer_relevance: -1}}").get(0);

    assertThat(call.latencyMicros()).isZero();
    assertThat(call.scoreBillionths("answer_relevance")).isEqualTo(-100_000_000);
  }

  @Test
  void costsThatAreNotRecordedAreMultipliedAsTheEnginePricesThem() {
    List<Call> calls =
        calls(
            WrittenTrace.of(
                """
                events:
                  - {model: gpt-4o-2024-08-06, input_tokens: 1000, output_tokens: 1000}
                  - {at: 1s, model: nobody-has-a-price, input_tokens: 1000, output_tokens: 1000}
                inject:
                  - {multiply: {cost: 10}}
                """));

    // $2.50 and $10 for a million tokens
    assertThat(calls.get(0).costNanoDollars()).isEqualTo(125_000_000);
    assertThat(calls.get(1).costNanoDollars()).isEqualTo(Event.UNKNOWN);
  }

  @Test
  void aNumberCanGrowWhileTheFaultLasts() {
    List<Call> calls = calls("{at: 10:00:10, for: 40s, multiply: {latency: 1..5}}");

    assertThat(calls.get(9).latencyMicros()).isEqualTo(800_000);
    assertThat(calls.get(10).latencyMicros()).isEqualTo(800_000);
    assertThat(calls.get(30).latencyMicros()).isEqualTo(2_400_000);
    assertThat(calls.get(50).latencyMicros()).isEqualTo(800_000);
  }

  @Test
  void anOutageTakesCallsAndTheirScoresButNotMeasures() {
    assertThat(events(MINUTE, "{at: 10:00:20, for: 20s, drop: true}"))
        .filteredOn(Measure.class::isInstance)
        .hasSize(1);
    List<Event> late = events(LATE_SCORES, "{at: 10:00:10, for: 5s, drop: true}");
    assertThat(late).filteredOn(Call.class::isInstance).hasSize(15);
    assertThat(late)
        .filteredOn(Score.class::isInstance)
        .extracting(score -> ((Score) score).call())
        .hasSize(30)
        .contains("g1-10", "g1-16")
        .doesNotContain("g1-11", "g1-15");
  }

  @Test
  void scoresFollowTheirCallsWhateverTheirOwnTime() {
    List<Event> events =
        events(
            LATE_SCORES,
            "{at: 10:00:02, for: 1s, where: {status: ok}, multiply: {answer_relevance: 0.5}}");

    assertThat(events)
        .filteredOn(event -> event instanceof Score score && score.value() == 450_000_000)
        .singleElement()
        .extracting(event -> ((Score) event).call())
        .isEqualTo("g1-3");
  }

  @Test
  void aScoreThatIsSetIsTheSameInTheCallAndAsAnEvent() {
    List<Event> events =
        events(LATE_SCORES, "{at: 10:00:02, for: 1s, set: {answer_relevance: 0.4}}");

    assertThat(events)
        .filteredOn(event -> event instanceof Score score && score.call().equals("g1-3"))
        .extracting(event -> ((Score) event).name() + " " + ((Score) event).value())
        .containsExactly("answer_relevance 400000000", "faithfulness 800000000");
    assertThat(((Call) events.get(2)).scores()).isEqualTo(Map.of("answer_relevance", 400_000_000L));
  }

  @ParameterizedTest
  @CsvSource({"100000, 0", "100001, 100000000"})
  void scoresFollowAsManyCallsAsAreRemembered(int calls, long first) {
    List<Event> events =
        WrittenTrace.of(
                """
                events: [{count: %d, faithfulness: 0.1, score_delay: 1s}]
                inject: [{where: {id: g1-1}, multiply: {faithfulness: 0}}]
                """
                    .formatted(calls))
            .events();

    assertThat(((Score) events.get(calls)).value()).isEqualTo(first);
  }

  @Test
  void scoresThatAreLostNeverCome() {
    assertThat(calls("{lose: answer_relevance}"))
        .allSatisfy(
            call -> assertThat(call.scores()).isEqualTo(Map.of("faithfulness", 800_000_000L)));
    assertThat(events(LATE_SCORES, "{lose: [score.faithfulness]}"))
        .filteredOn(Score.class::isInstance)
        .extracting(score -> ((Score) score).name())
        .hasSize(20)
        .containsOnly("answer_relevance");
  }

  @Test
  void scoresThatAreDelayedComeAsEventsSoMuchLater() {
    List<Event> events = events(MINUTE, "{at: 10:00:05, for: 1s, delay: 10m}");

    assertThat(events).extracting(Event::timeNanos).isSorted();
    assertThat(events.subList(events.size() - 2, events.size()))
        .allSatisfy(
            event -> {
              assertThat(event.time()).isEqualTo(START.plusSeconds(605));
              assertThat(((Score) event).call()).isEqualTo("g1-6");
            });
    assertThat(((Call) events.get(5)).scoreCount()).isZero();
    assertThat(events(LATE_SCORES, "{delay: 10m}"))
        .filteredOn(Score.class::isInstance)
        .extracting(event -> Duration.between(START, event.time()).toSeconds())
        .contains(605L)
        .allMatch(seconds -> seconds >= 605);
  }

  @Test
  void aClockThatJumpsStampsAllThatComesButChangesNoOrder() {
    List<Event> events = events(MINUTE, "{at: 10:00:20, for: 20s, shift: -1h}");

    assertThat(events).hasSize(61);
    assertThat(events.get(19).time()).isEqualTo(START.plusSeconds(19));
    assertThat(events.get(20).time()).isEqualTo(START.plusSeconds(20 - 3600));
    assertThat(events)
        .filteredOn(Measure.class::isInstance)
        .singleElement()
        .extracting(Event::time)
        .isEqualTo(START.plusSeconds(30 - 3600));
    assertThat(events.get(60).time()).isEqualTo(START.plusSeconds(59));
  }

  @Test
  void aClockThatJumpsStampsEventsOfEachKind() {
    String text =
        """
        events:
          - {answer_relevance: 1, score_delay: 1s}
          - {at: 2s, deployment: {prompt: support, version: v8}}
          - {at: 3s, measure: {name: depth, value: 1}}
        inject:
          - {shift: 1m}
        """;
    List<Event> events = WrittenTrace.of(text).events();

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName() + " " + seconds(event))
        .containsExactly("Call 60", "Score 61", "Deployment 62", "Measure 63");
  }

  @Test
  void aSurgeGivesEachCallAnIdOfItsOwnAndScoresToAll() {
    List<Event> events = events(LATE_SCORES, "{at: 10:00:03, for: 1s, repeat: 3}");

    assertThat(events)
        .filteredOn(Call.class::isInstance)
        .extracting(call -> ((Call) call).id())
        .hasSize(22)
        .contains("g1-4", "g1-4#2", "g1-4#3");
    assertThat(events)
        .filteredOn(event -> event instanceof Score score && score.call().startsWith("g1-4"))
        .extracting(score -> ((Score) score).call())
        .containsExactlyInAnyOrder("g1-4", "g1-4", "g1-4#2", "g1-4#2", "g1-4#3", "g1-4#3");
  }

  @Test
  void surgesOfSurgesHaveIdsOfTheirOwn() {
    assertThat(calls("{repeat: 3}\n  - {for: 10s, repeat: 2}"))
        .hasSize(60 * 3 + 10 * 3)
        .extracting(Call::id)
        .doesNotHaveDuplicates()
        .contains("g1-1#3##2");
  }

  @Test
  void whatIsDeliveredTwiceKeepsItsId() {
    assertThat(calls("{at: 10:00:10, for: 5s, duplicate: true}"))
        .hasSize(65)
        .filteredOn(call -> Objects.equals(call.id(), "g1-11"))
        .hasSize(2);
  }

  @Test
  void aDeploymentIsPutInWhenItsTimeComes() {
    List<Event> events =
        events(MINUTE, "{at: 10:00:20, deployment: {prompt: support, version: v8}}");

    assertThat(events.get(20))
        .isEqualTo(
            new Deployment(
                START.plusSeconds(20).getEpochSecond() * 1_000_000_000L, "support", "v8"));
    assertThat(events).hasSize(62).extracting(Event::timeNanos).isSorted();
  }

  @Test
  void marksSayWhatWasDoneWhen() {
    String text =
        MINUTE.formatted("{at: 10:20, for: 5m, where: {model: gpt-4}, multiply: {latency: 2}}")
            + "  - {share: 30%, set: {status: error}, where: 'user == \"u1\"'}\n"
            + "  - {at: 1m, deployment: {prompt: support, version: v8}}\n"
            + "  - {for: 1m, lose: [a, b], delay: 90s}\n"
            + "  - {shift: -1h, repeat: 2, where: {user: [a, b]}}\n"
            + "  - {drop: true}\n"
            + "  - {set: {model: [a, b]}, where: 'user == \""
            + "x".repeat(100)
            + "\"'}\n";

    assertThat(WrittenTrace.of(text).faults().marks())
        .extracting(mark -> mark.from() + " " + mark.until() + " " + mark.text())
        .containsExactly(
            "2026-03-01T10:20:00Z 2026-03-01T10:25:00Z latency x 2 where model == gpt-4",
            "2026-03-01T10:00:00Z 2200-01-01T00:00:00Z status = error for 30% where user == \"u1\"",
            "2026-03-01T10:01:00Z 2026-03-01T10:01:00Z deployment support v8",
            "2026-03-01T10:00:00Z 2026-03-01T10:01:00Z no a, b, scores 1m 30s later",
            "2026-03-01T10:00:00Z 2200-01-01T00:00:00Z clock -1h, calls x 2 where user in (a, b)",
            "2026-03-01T10:00:00Z 2200-01-01T00:00:00Z no calls",
            "2026-03-01T10:00:00Z 2200-01-01T00:00:00Z model = [a, b] where user == \""
                + "x".repeat(70)
                + "...");
  }

  @Test
  void aHundredFaultsThatDoAllTheyCanAreDone() {
    String fault =
        "{set: {feature: a}, multiply: {latency: 1}, add: {latency: 1ms}, lose: nothing, delay: 1s,"
            + " shift: 1s, share: 100%}";
    List<Event> events = events(MINUTE, fault + ("\n  - " + fault).repeat(99));

    assertThat(events).hasSize(61 + 120);
    assertThat(((Call) events.get(0)).latencyMicros()).isEqualTo(900_000);
    assertThat(events.get(0).time()).isEqualTo(START.plusSeconds(100));
  }

  @Test
  void aWrongStampFarAheadDoesNotHurryWhatIsDelayed() {
    String trace = "events: [{every: 1s, count: 9, faithfulness: 1}]\ninject: [%s]";
    WrittenTrace jump = WrittenTrace.of(trace.formatted("{at: 10:00:02, for: 1s, shift: 40d}"));
    WrittenTrace delay = WrittenTrace.of(trace.formatted("{for: 1s, delay: 5s}"));

    List<Event> events =
        WrittenTrace.all(
            delay.faults().edits().apply(jump.faults().edits().apply(jump.trace().events())));

    assertThat(events.get(2).time()).isAfter(START.plus(Duration.ofDays(39)));
    assertThat(events.get(5)).isInstanceOf(Score.class);
    assertThat(events).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "'{at: 11:00, drop: true}', 0, 0",
    "'{at: 2026-03-01T09:00:00Z, for: 5m, drop: true}', 0, 0",
    "'{where: {model: gpt-5}, set: {status: error}}', 0, 0",
    "'{where: {user: u1}, set: {status: ok}}', 20, 0",
    "'{multiply: {ttft: 100}}', 60, 1",
    "'{multiply: {latency: 1}}', 60, 1",
    "'{add: {retries: 1}, where: {model: gpt-4}}', 30, 0",
    "'{lose: answer_relevence}', 60, 1",
    "'{at: 10:00:30, for: 1s, delay: 5s, lose: [answer_relevance, faithfulness], where: {model: gpt-5}}', 0, 0",
  })
  void aFaultThatChangesNothingIsIdle(String fault, long calls, long others) {
    WrittenTrace written = WrittenTrace.of(MINUTE.formatted(fault + "\n  - {add: {latency: 1s}}"));
    Edits edits = written.faults().edits();
    WrittenTrace.all(edits.apply(written.trace().events()));

    assertThat(edits.idle())
        .singleElement()
        .satisfies(
            idle -> {
              assertThat(idle.place().text()).isEqualTo(fault);
              assertThat(idle.calls()).isEqualTo(calls);
              assertThat(idle.others()).isEqualTo(others);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{at: 10:00:59, set: {status: error}}",
        "{set: {feature: hit}}",
        "{set: {answer_relevance: 0.5}}",
        "{add: {latency: 1ms}}",
        "{where: {user: u1}, drop: true}",
        "{lose: answer_relevance}",
        "{delay: 1ms}",
        "{shift: 1s}",
        "{repeat: 2}",
        "{duplicate: true}",
        "{at: 10:30, deployment: {prompt: support, version: v8}}",
      })
  void aFaultThatChangesAnythingIsNotIdle(String fault) {
    WrittenTrace written = WrittenTrace.of(MINUTE.formatted(fault));
    Edits edits = written.faults().edits();
    WrittenTrace.all(edits.apply(written.trace().events()));

    assertThat(edits.idle()).isEmpty();
  }

  private static long seconds(Event event) {
    return Duration.between(START, event.time()).toSeconds();
  }

  private static List<Call> calls(String fault) {
    return calls(WrittenTrace.of(MINUTE.formatted(fault)));
  }

  private static List<Call> calls(WrittenTrace written) {
    return written.events().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
  }

  private static List<Event> events(String trace, String fault) {
    return WrittenTrace.of(trace.formatted(fault)).events();
  }
}
