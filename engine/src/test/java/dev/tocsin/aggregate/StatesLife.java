package dev.tocsin.aggregate;

import dev.tocsin.window.FoldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random life of some groups: numbers come in batches, in order, late or too late. */
final class StatesLife {
  static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400;

  /** Berlin changes its clocks five minutes later. */
  private static final long START = 1_774_745_700L;

  private StatesLife() {}

  /** A number of a group at a stamp. */
  record Entry(String group, long stamp, long value) {}

  /** Numbers whose stamps lie in one stretch, usually one tick; a longer one may span panes. */
  record Batch(long from, long until, List<Entry> entries) {}

  /** What comes before a tick. */
  record Step(long tick, List<Batch> batches) {}

  /**
   * Steps of a life.
   *
   * @param windowSeconds how long the window is, or about
   */
  static List<Step> random(FoldKind kind, long windowSeconds, Random random) {
    List<Step> steps = new ArrayList<>();
    long tick = random.nextInt(4) == 0 ? -1000 : START;
    int groups = 1 + random.nextInt(5);
    for (int i = 0; i < 30; i++) {
      tick += jump(windowSeconds, random);
      List<Batch> batches = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        long age = random.nextInt(3) > 0 ? 1 : age(windowSeconds, random);
        long ticks = random.nextInt(8) == 0 ? age : 1;
        batches.add(
            batch(kind, (tick - age) * SECOND, Math.min(ticks, 3) * SECOND, groups, random));
      }
      steps.add(new Step(tick * SECOND, batches));
    }
    return steps;
  }

  private static long jump(long windowSeconds, Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> 1 + random.nextLong(windowSeconds);
      case 2 -> 1 + random.nextLong(2 * windowSeconds);
      case 3 -> random.nextInt(3) == 0 ? 1 + random.nextLong(40 * DAY) : 1;
      default -> 1 + random.nextInt(3);
    };
  }

  /** In ticks; the oldest no longer belong to any window. */
  private static long age(long windowSeconds, Random random) {
    return 1 + random.nextLong(random.nextBoolean() ? 5 : windowSeconds + windowSeconds / 10 + 3);
  }

  private static Batch batch(FoldKind kind, long from, long length, int groups, Random random) {
    List<Entry> entries = new ArrayList<>();
    long stamp = from + random.nextLong(length);
    for (int left = 1 + random.nextInt(random.nextInt(5) == 0 ? 120 : 12); left > 0; left--) {
      stamp = random.nextInt(3) == 0 ? stamp : from + random.nextLong(length);
      entries.add(new Entry("g" + random.nextInt(groups), stamp, number(kind, random)));
    }
    return new Batch(from, from + length, entries);
  }

  private static long number(FoldKind kind, Random random) {
    boolean rare = random.nextInt(40) == 0;
    return switch (kind) {
      case RATIO -> random.nextInt(2);
      case SCORE_HISTOGRAM -> rare ? random.nextLong() : random.nextLong(1_000_000_001L);
      case LOG_HISTOGRAM -> rare ? random.nextLong() : random.nextLong(1L << random.nextInt(1, 50));
      default ->
          switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            default -> random.nextLong(-1000, 3_000_000_000L);
          };
    };
  }
}
