package dev.tocsin.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.dsl.testfile.WrittenTrace;
import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.TraceLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for faults on any trace, also one that is out of order. */
class FaultLawsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = WrittenTrace.START.getEpochSecond() * SECOND;
  private static final String RANGE = "at: 10:01, for: 2m, where: {model: a}";

  @Provide
  Arbitrary<List<Event>> traces() {
    Arbitrary<Event> calls =
        Combinators.combine(
                Arbitraries.longs().between(0, 300),
                Arbitraries.of("a", "b", "").optional(),
                Arbitraries.longs().between(0, 90),
                Arbitraries.longs().between(-1, 10_000_000),
                Arbitraries.longs().between(-1, 1_000))
            .as(FaultLawsTest::call);
    Arbitrary<Event> scores =
        Combinators.combine(
                Arbitraries.longs().between(0, 400),
                Arbitraries.longs().between(0, 90),
                Arbitraries.of("answer_relevance", "faithfulness"))
            .as(
                (at, id, name) ->
                    new Score(START + at * SECOND, "c" + id, name, 500_000_000, null, null, null));
    return Arbitraries.frequencyOf(Tuple.of(4, calls), Tuple.of(1, scores)).list().ofMaxSize(80);
  }

  private static Event call(long at, Optional<String> model, long id, long latency, long tokens) {
    return Call.atNanos(START + at * SECOND)
        .id(id == 0 ? null : "c" + id)
        .model(model.orElse(null))
        .latencyMicros(latency < 0 ? Event.UNKNOWN : latency)
        .outputTokens(tokens < 0 ? Event.UNKNOWN : tokens)
        .scoreBillionths("faithfulness", 700_000_000)
        .build();
  }

  @Property(tries = 200)
  void doublingDoublesTheSumAndNothingElse(@ForAll("traces") List<Event> trace) {
    List<Event> after = with("{" + RANGE + ", multiply: {latency: 2}}", trace);

    assertThat(after).hasSameSizeAs(trace);
    long expected = 0;
    for (Event event : trace) {
      expected += latency(event) * (isIn(event) ? 2 : 1);
    }
    assertThat(after.stream().mapToLong(FaultLawsTest::latency).sum()).isEqualTo(expected);
    assertThat(after.stream().map(FaultLawsTest::withoutLatency))
        .containsExactlyElementsOf(trace.stream().map(FaultLawsTest::withoutLatency).toList());
  }

  @Property(tries = 200)
  void whatIsOutsideIsPassedOnAsItIsAndInItsOrder(@ForAll("traces") List<Event> trace) {
    Set<String> inside = new HashSet<>();
    trace.stream().filter(FaultLawsTest::isIn).forEach(event -> inside.add(idOf(event)));
    List<Event> untouched =
        trace.stream().filter(event -> !isIn(event) && !inside.contains(idOf(event))).toList();
    for (String effect :
        List.of(
            "drop: true",
            "set: {status: error}",
            "repeat: 3",
            "duplicate: true",
            "shift: -1h",
            "delay: 5m",
            "lose: faithfulness")) {
      List<Event> after = with("{" + RANGE + ", " + effect + "}", trace);
      Set<Event> same = Collections.newSetFromMap(new IdentityHashMap<>());
      same.addAll(untouched);
      assertThat(after.stream().filter(same::contains)).as(effect).hasSameElementsAs(untouched);
      assertThat(after.stream().filter(same::contains).toList()).as(effect).isEqualTo(untouched);
    }
  }

  @Property(tries = 200)
  void whatIsDroppedAndWhatIsKeptIsAll(@ForAll("traces") List<Event> trace) {
    List<Event> kept = with("{share: 40%, seed: 3, drop: true}", trace);
    List<Event> marked = with("{share: 40%, seed: 3, set: {feature: gone}}", trace);

    assertThat(calls(kept))
        .isEqualTo(calls(marked).stream().filter(call -> call.feature() == null).toList());
    assertThat(calls(marked)).hasSameSizeAs(calls(trace));
  }

  @Property(tries = 100)
  void twoRunsAreEqual(@ForAll("traces") List<Event> trace) {
    String faults =
        """
        {share: 50%, set: {latency: exponential(1s), status: {ok: 50%, error: 50%}}}
          - {share: 10%, delay: 3m}
          - {at: 10:02, deployment: {prompt: a, version: b}}
          - {at: 10:02, for: 1m, repeat: 2}
        """;

    assertThat(texts(with(faults, trace))).isEqualTo(texts(with(faults, trace)));
  }

  @Property(tries = 100)
  void nothingIsLostByLaterComing(@ForAll("traces") List<Event> trace) {
    List<Event> after = with("{at: 10:01, for: 2m, delay: 7m}", trace);

    long before = calls(trace).stream().mapToLong(Call::scoreCount).sum() + scores(trace);
    assertThat(calls(after).stream().mapToLong(Call::scoreCount).sum() + scores(after))
        .isEqualTo(before);
    assertThat(calls(after)).hasSameSizeAs(calls(trace));
  }

  @Property(tries = 100)
  void aTraceInOrderStaysInOrder(@ForAll("traces") List<Event> trace) {
    List<Event> sorted = new ArrayList<>(trace);
    sorted.sort(Comparator.comparingLong(Event::timeNanos));

    assertThat(
            with(
                "{at: 10:01, for: 1m, delay: 90s}\n  - {repeat: 2}\n"
                    + "  - {at: 10:02, deployment: {prompt: a, version: b}}",
                sorted))
        .extracting(Event::timeNanos)
        .isSorted();
  }

  @Property(tries = 50)
  void aShareIsAboutSoMuch(
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
    int size = 10_000;
    String text =
        "events: [{count: %d}]\ninject: [{share: %d%%, seed: %d, set: {status: error}}]"
            .formatted(size, percent, seed);
    long hit =
        WrittenTrace.of(text).events().stream()
            .filter(event -> ((Call) event).status() == Status.ERROR)
            .count();

    double p = percent / 100.0;
    double deviations = Math.abs(hit - size * p) / Math.sqrt(size * p * (1 - p));
    assertThat(deviations).isLessThan(6); // less likely than 1 in 100 million
  }

  @Property(tries = 50)
  void withoutFaultsATraceIsItself(@ForAll("traces") List<Event> trace) {
    EventSource source = new Listed(trace);

    assertThat(WrittenTrace.of("inject: []").faults().edits().apply(source)).isSameAs(source);
  }

  private static List<Event> with(String fault, List<Event> trace) {
    WrittenTrace written = WrittenTrace.of("inject:\n  - " + fault + "\n");
    return WrittenTrace.all(written.faults().edits().apply(new Listed(trace)));
  }

  private static boolean isIn(Event event) {
    long seconds = (event.timeNanos() - START) / SECOND;
    return event instanceof Call call && "a".equals(call.model()) && seconds >= 60 && seconds < 180;
  }

  private static String idOf(Event event) {
    return event instanceof Score score ? score.call() : "" + ((Call) event).id();
  }

  private static long latency(Event event) {
    return event instanceof Call call && call.latencyMicros() != Event.UNKNOWN
        ? call.latencyMicros()
        : 0;
  }

  private static String withoutLatency(Event event) {
    return event instanceof Call call
        ? call + " " + call.outputTokens() + call.scores() + (call.latencyMicros() == Event.UNKNOWN)
        : event.toString();
  }

  private static List<String> texts(List<Event> events) {
    return events.stream().map(event -> withoutLatency(event) + latency(event)).toList();
  }

  private static long scores(List<Event> events) {
    return events.stream().filter(Score.class::isInstance).count();
  }

  private static List<Call> calls(List<Event> events) {
    return events.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
  }

  /** Events from a list. */
  private static final class Listed implements EventSource {
    private final Iterator<Event> events;
    private long lines;

    Listed(List<Event> events) {
      this.events = events.iterator();
    }

    @Override
    public @Nullable TraceLine next() {
      return events.hasNext() ? new TraceLine(++lines, events.next()) : null;
    }

    @Override
    public long linesRead() {
      return lines;
    }
  }
}
