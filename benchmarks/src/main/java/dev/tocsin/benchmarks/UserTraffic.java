package dev.tocsin.benchmarks;

import dev.tocsin.api.Call;
import dev.tocsin.api.Instants;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Calls of many users, made in pieces so that they need not all be held. Each call carries a string
 * of its own for the user, as one that was read from the network does. The frequent users are
 * anywhere among all, not the first to come.
 */
public final class UserTraffic {
  /** As many as a million users make with 20 calls an hour each. */
  public static final int CALLS_A_SECOND = 5_000;

  private static final long SPACING = TimeUnit.SECONDS.toNanos(1) / CALLS_A_SECOND;
  private static final String[] MODELS = {"gpt-4o-mini", "gpt-4o", "gpt-4.1", "claude-haiku-4-5"};

  private final SplittableRandom random = new SplittableRandom(7);
  private final int users;
  private final Zipf zipf;
  private final boolean uniform;
  private long number;

  /**
   * @param exponent of Zipf's law; 0 for all users alike
   */
  public UserTraffic(int users, double exponent) {
    this.users = users;
    this.uniform = exponent == 0;
    this.zipf = new Zipf(uniform ? 1 : users, exponent);
  }

  /** The calls of the next so many seconds. */
  public Call[] next(int seconds) {
    Call[] calls = new Call[seconds * CALLS_A_SECOND];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = call();
    }
    return calls;
  }

  private Call call() {
    return Call.atNanos(Instants.toNanos(Traffic.START) + number++ * SPACING)
        .model(MODELS[random.nextInt(MODELS.length)])
        .user("user-" + user())
        .inputTokens(random.nextLong(100, 1_500))
        .outputTokens(random.nextLong(20, 400))
        .latencyMicros(Math.round(700_000 * Math.exp(random.nextGaussian() / 2)))
        .build();
  }

  private int user() {
    return uniform ? random.nextInt(users) : zipf.next(random);
  }
}
