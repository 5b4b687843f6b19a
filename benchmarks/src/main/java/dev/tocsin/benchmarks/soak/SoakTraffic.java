package dev.tocsin.benchmarks.soak;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.benchmarks.Zipf;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a service sees in the long run, without end and the same every time: one call a second at
 * night and ten by day; users by Zipf's law, most of them with new names every day, and ten times
 * as many on one day of the week; calls that are early, late or sent twice; scores that come with
 * the call, later, twice, or for calls that nobody knows; every third day at six the clock steps
 * back by ten minutes, every tenth day at noon nothing happens for two days.
 */
final class SoakTraffic {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long DAY = TimeUnit.DAYS.toNanos(1);
  private static final long STEP_BACK = TimeUnit.MINUTES.toNanos(10);
  private static final long GAP = 2 * DAY;
  private static final int SIX = 6;
  private static final int NOON = 12;
  private static final int HOURS = 24;
  private static final int DAYS_TO_STEP = 3;
  private static final int DAYS_TO_GAP = 10;
  private static final int DAYS_OF_WEEK = 7;
  private static final int MOST_A_SECOND = 10;
  private static final int USERS = 500;
  private static final int CROWD = 5_000;
  private static final int RECENT = 256;
  private static final int MOST_EARLY_SECONDS = 120;
  private static final int MOST_LATE_SECONDS = 60;
  private static final String[] MODELS = {"gpt-4o-mini", "gpt-4o", "claude-haiku-4-5", "own-model"};
  private static final String[] FEATURES = {"chat", "search", "summary"};

  private final SplittableRandom random = new SplittableRandom(11);
  private final Zipf users = new Zipf(USERS, 1);
  private final Zipf crowd = new Zipf(CROWD, 1);
  private final @Nullable Call[] recent = new Call[RECENT];
  private final Queue<Offered> waiting = new ArrayDeque<>();
  private long now;
  private long hour;
  private long calls;

  SoakTraffic(Instant start) {
    now = Instants.toNanos(start);
    hour = hours(now);
  }

  /** The next event. */
  Offered next() {
    while (waiting.isEmpty()) {
      step();
    }
    return waiting.remove();
  }

  private void step() {
    now += SECOND / callsASecond();
    if (hours(now) > hour) {
      hour = hours(now);
      newHour((int) (hour % HOURS), hour / HOURS);
    }
    Call call = call();
    offer(call, false);
    int place = (int) (calls % RECENT);
    recent[place] = call;
    switch (random.nextInt(64)) {
      case 0 -> repeat();
      case 1, 2 -> score();
      case 3 -> measure();
      case 4 -> orphan();
      default -> {}
    }
  }

  private void newHour(int hourOfDay, long day) {
    if (hourOfDay == SIX && day % DAYS_TO_STEP == 0) {
      now -= STEP_BACK;
    } else if (hourOfDay == NOON && day % DAYS_TO_GAP == 0) {
      now += GAP;
      hour = hours(now);
    }
    offer(new Deployment(now, "support", "v" + hour), false);
  }

  /** Grows from 1 at midnight to 10 at noon, and falls again. */
  private int callsASecond() {
    long fromNoon = Math.abs(hours(now) % HOURS - NOON);
    return MOST_A_SECOND - (int) ((MOST_A_SECOND - 1) * fromNoon / NOON);
  }

  private Call call() {
    boolean failing = hours(now) % SIX == 0;
    long wait = (long) (700_000 * Math.exp(random.nextGaussian() / 2));
    CallBuilder call =
        Call.atNanos(stamp())
            .id("call-" + calls++)
            .model(MODELS[random.nextInt(MODELS.length)])
            .user(user())
            .feature(FEATURES[random.nextInt(FEATURES.length)])
            .inputTokens(random.nextLong(100, 1_500))
            .outputTokens(random.nextLong(20, 400))
            .latencyMicros(failing ? 2 * wait : wait)
            .status(random.nextInt(failing ? 8 : 50) == 0 ? Status.ERROR : Status.OK)
            .input("what is the weather like?")
            .attribute("request", "r-" + calls);
    if (random.nextInt(4) == 0) {
      call.scoreBillionths("answer_relevance", billionths());
    }
    return call.build();
  }

  /** Mostly now, sometimes early or late. */
  private long stamp() {
    return switch (random.nextInt(100)) {
      case 0 -> now + random.nextLong(MOST_EARLY_SECONDS * SECOND);
      case 1 -> now - random.nextLong(MOST_LATE_SECONDS * SECOND);
      default -> now - random.nextLong(SECOND);
    };
  }

  /** One in four keeps the name for ever. */
  private String user() {
    long day = now / DAY;
    int user = (day % DAYS_OF_WEEK == 0 ? crowd : users).next(random);
    return user % 4 == 0 ? "user-" + user : "user-" + day + "-" + user;
  }

  private long billionths() {
    return random.nextLong(1_001) * 1_000_000;
  }

  private void repeat() {
    Call call = recent[random.nextInt(RECENT)];
    if (call != null) {
      offer(call, true);
    }
  }

  /** Of a call that has none of this name, so that only a second one is a repeat. */
  private void score() {
    int place = random.nextInt(RECENT);
    Call call = recent[place];
    recent[place] = null;
    if (call != null) {
      score(String.valueOf(call.id()));
    }
  }

  private void orphan() {
    score("unknown-" + calls);
  }

  private void score(String call) {
    Score score = new Score(now, call, "toxicity", billionths(), null, null, "judge");
    offer(score, false);
    if (random.nextInt(8) == 0) {
      offer(score, true);
    }
  }

  private void measure() {
    long depth = random.nextLong(100) * SECOND;
    offer(new Measure(now, "queue_depth", depth, Map.of("region", "eu")), false);
  }

  private void offer(Event event, boolean repeat) {
    waiting.add(new Offered(now, event, repeat));
  }

  private static long hours(long nanos) {
    return TimeUnit.NANOSECONDS.toHours(nanos);
  }
}
