package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random streams of events in the order of their stamps. */
final class Streams {
  static final long SECOND = 1_000_000_000L;

  /** A Sunday on which Berlin changes its clocks, five minutes before it does. */
  static final long START = 1_774_745_700L * SECOND;

  private Streams() {}

  /** Something happens, so much later than what happened before; some stamps hit a tick. */
  private record Happening(long gap, boolean onTick, CallBuilder call, int judges, long score) {}

  /** Calls, and scores for some of them, with gaps up to the given seconds now and then. */
  static Arbitrary<List<Event>> of(int maxSize, long longestGapSeconds) {
    Arbitrary<Long> gaps =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0L)),
            Tuple.of(6, Arbitraries.longs().between(1, 3 * SECOND)),
            Tuple.of(3, Arbitraries.longs().between(1, 90 * SECOND)),
            Tuple.of(1, Arbitraries.longs().between(1, longestGapSeconds).map(s -> s * SECOND)));
    return Combinators.combine(
            gaps,
            Arbitraries.of(true, false, false),
            calls(),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(-1)),
                Tuple.of(1, Arbitraries.integers().between(0, 9))),
            Arbitraries.longs().between(0, 10).map(tenths -> tenths * 100_000_000))
        .as(Happening::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(maxSize)
        .withSizeDistribution(RandomDistribution.uniform())
        .map(Streams::events);
  }

  private static List<Event> events(List<Happening> happenings) {
    List<Event> events = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    long now = START;
    for (Happening happening : happenings) {
      now += happening.gap();
      now = happening.onTick() ? (now + SECOND - 1) / SECOND * SECOND : now;
      if (happening.judges() < 0 || calls.isEmpty()) {
        String id = "c" + calls.size();
        calls.add(id);
        events.add(at(happening.call(), now, id));
      } else {
        int back = Math.min(happening.judges(), calls.size());
        String judged = back == 9 ? "unknown" : calls.get(Math.max(0, calls.size() - 1 - back));
        events.add(new Score(now, judged, "q", happening.score(), null, null, null));
      }
    }
    return events;
  }

  private static Call at(CallBuilder like, long stamp, String id) {
    Call call = like.build();
    CallBuilder copy =
        Call.atNanos(stamp)
            .id(id)
            .user(call.user())
            .model(call.model())
            .status(call.status())
            .latencyMicros(call.latencyMicros())
            .outputTokens(call.outputTokens())
            .costNanoDollars(call.costNanoDollars());
    call.scores().forEach((name, value) -> copy.score(name, BigDecimal.valueOf(value, 9)));
    return copy.build();
  }

  /** Calls whose numbers are small enough for exact percentiles, and often missing. */
  static Arbitrary<CallBuilder> calls() {
    return Combinators.combine(
            Arbitraries.of("u1", "u2", "u3").injectNull(0.1),
            Arbitraries.of("m1", "m2").injectNull(0.1),
            Arbitraries.of(Status.OK, Status.OK, Status.ERROR, Status.TIMEOUT),
            unknownAtTimes(Arbitraries.longs().between(0, 120)),
            unknownAtTimes(Arbitraries.longs().between(0, 12)),
            unknownAtTimes(Arbitraries.longs().between(0, 3_000_000_000L)),
            Arbitraries.integers().between(0, 10).injectNull(0.6))
        .as(
            (user, model, status, latency, tokens, cost, score) -> {
              CallBuilder call = Call.atNanos(0).user(user).model(model).status(status);
              call.latencyMicros(latency).outputTokens(tokens).costNanoDollars(cost);
              return score == null ? call : call.score("q", BigDecimal.valueOf(score, 1));
            });
  }

  private static Arbitrary<Long> unknownAtTimes(Arbitrary<Long> numbers) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Event.UNKNOWN)), Tuple.of(6, numbers));
  }
}
