package dev.tocsin.benchmarks;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Synthetic traffic of a large service, the same every time: 50 calls a second, 10,000 users by
 * Zipf's law, four models, tokens to be priced, scores on a fifth of the calls. Every two hours
 * have ten minutes of errors, ten of slowness and forty of poor answers, so that alerts fire and
 * resolve.
 */
public final class Traffic {
  /** The stamp of the first call. */
  public static final Instant START = Instant.parse("2026-10-03T00:00:00Z");

  /** Calls a second of event time, evenly spaced. */
  public static final int CALLS_A_SECOND = 50;

  private static final int USERS = 10_000;
  private static final long SPACING_NANOS = 1_000_000_000L / CALLS_A_SECOND;
  private static final int MINUTE = 60 * CALLS_A_SECOND;
  private static final int PERIOD_MINUTES = 120;
  private static final String[] MODELS = {"gpt-4o-mini", "gpt-4o", "gpt-4.1", "claude-haiku-4-5"};
  private static final double[] UP_TO = {0.5, 0.8, 0.9, 1.0};
  private static final double MEDIAN_LATENCY_MICROS = 700_000;

  private final SplittableRandom random = new SplittableRandom(42);
  private final Zipf users = new Zipf(USERS);
  private final String[] names = new String[USERS];
  private final boolean ids;
  private final String[] features;

  private Traffic(boolean ids, String[] features) {
    this.ids = ids;
    this.features = features;
    for (int user = 0; user < USERS; user++) {
      names[user] = "user-" + user;
    }
  }

  /**
   * The first calls of the traffic, in the order of their stamps.
   *
   * @param count how many
   * @param ids whether calls have ids, so that the engine remembers them for scores and repeats
   */
  public static List<Call> calls(int count, boolean ids) {
    return calls(count, ids, "chat");
  }

  /**
   * The first calls of the traffic, with features that take turns.
   *
   * @param count how many
   * @param ids whether calls have ids, so that the engine remembers them for scores and repeats
   * @param features at least one
   */
  public static List<Call> calls(int count, boolean ids, String... features) {
    Traffic traffic = new Traffic(ids, features);
    List<Call> calls = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      calls.add(traffic.call(number));
    }
    return calls;
  }

  /**
   * The same without end, one by one.
   *
   * @param ids whether calls have ids
   */
  static Stream<Call> endless(boolean ids) {
    Traffic traffic = new Traffic(ids, new String[] {"chat"});
    return IntStream.iterate(0, number -> number + 1).mapToObj(traffic::call);
  }

  private Call call(int number) {
    int minute = number / MINUTE % PERIOD_MINUTES;
    CallBuilder call =
        Call.atNanos(Instants.toNanos(START) + number * SPACING_NANOS)
            .id(ids ? "call-" + number : null)
            .model(model())
            .user(names[users.next(random)])
            .feature(features[number % features.length])
            .environment("prod")
            .inputTokens(random.nextLong(100, 1_500))
            .outputTokens(random.nextLong(20, 400))
            .latencyMicros(latencyMicros(minute >= 20 && minute < 30))
            .status(status(minute < 10 ? 0.12 : 0.02));
    if (random.nextInt(5) == 0) {
      boolean poor = minute >= 40 && minute < 80;
      call.scoreBillionths("answer_relevance", billionths(poor ? 0.45 : 0.83, 0.1));
      call.scoreBillionths("hallucination", billionths(poor ? 0.55 : 0.2, 0.2));
    }
    return call.build();
  }

  private String model() {
    double point = random.nextDouble();
    int model = 0;
    while (point >= UP_TO[model]) {
      model++;
    }
    return MODELS[model];
  }

  private Status status(double failing) {
    double point = random.nextDouble();
    if (point >= failing) {
      return Status.OK;
    }
    return point < failing / 4 ? Status.TIMEOUT : Status.ERROR;
  }

  /** Log-normal: the 95th percentile is 2.3 times the median. */
  private long latencyMicros(boolean slow) {
    double median = slow ? 2 * MEDIAN_LATENCY_MICROS : MEDIAN_LATENCY_MICROS;
    return Math.round(median * Math.exp(random.nextGaussian() / 2));
  }

  private long billionths(double mean, double deviation) {
    double score = random.nextGaussian(mean, deviation);
    return Math.round(Math.max(0, Math.min(1, score)) * 1_000) * 1_000_000;
  }
}
