package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts in buckets against a sorted map, through changes between sparse and dense and back. */
class BucketCountsTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void holdsWhatAMapHolds(@ForAll Random random) {
    BucketCounts counts = new BucketCounts();
    SortedMap<Integer, Long> model = new TreeMap<>();
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> increment(counts, model, random);
        case 3 -> changeOne(counts, model, random);
        case 4 -> addAnother(counts, model, random);
        case 5 -> takeBackHalf(counts, model, random);
        case 6 -> takeBackAllButFew(counts, model, random);
        default -> {
          if (random.nextInt(8) == 0) {
            counts.clear();
            model.clear();
          }
        }
      }
      assertSame(counts, model);
      assertRanks(counts, model, random);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void coveringTheSpanOfAnotherIsNotSeen(@ForAll Random random) {
    BucketCounts other = new BucketCounts();
    increment(other, new TreeMap<>(), random);
    BucketCounts counts = new BucketCounts();
    counts.likeOf(other);
    assertThat(counts.used()).isZero();
    SortedMap<Integer, Long> model = new TreeMap<>();
    for (int step = 0; step < 5; step++) {
      increment(counts, model, random);
      assertSame(counts, model);
      assertRanks(counts, model, random);
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void countsBeyondThirtyTwoBits(
      @ForAll @IntRange(min = 1, max = 100) int used, @ForAll Random random) {
    BucketCounts counts = new BucketCounts();
    SortedMap<Integer, Long> model = new TreeMap<>();
    for (int i = 0; i < used; i++) {
      counts.change(i, 1);
      model.put(i, 1L);
    }
    for (int doubling = 0; doubling < 45; doubling++) {
      BucketCounts twin = of(model);
      counts.changeAll(twin, 1);
      model.replaceAll((key, count) -> 2 * count);
      if (random.nextInt(3) == 0) {
        increment(counts, model, random);
      }
      assertSame(counts, model);
      assertRanks(counts, model, random);
    }
    counts.changeAll(of(model), -1);
    assertThat(counts.used()).isZero();
    model.clear();
    counts.clear();
    increment(counts, model, random);
    assertSame(counts, model);
  }

  @Test
  void aFewFarOffBucketsDoNotMakeItDense() {
    BucketCounts counts = new BucketCounts();
    for (int i = 0; i < 40; i++) {
      counts.change(i, 1);
    }
    assertThat(counts.size()).as("dense").isGreaterThan(40);
    counts.change(7000, 1);
    assertThat(counts.size()).as("sparse again").isEqualTo(41);
    counts.change(7000, -1);
    counts.change(40, 1);
    assertThat(counts.size()).as("dense again").isGreaterThan(41);
    assertThat(counts.used()).isEqualTo(41);
  }

  private static void increment(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    int[] some = new int[1 + random.nextInt(80)];
    int spread = random.nextBoolean() ? 100 : 3000;
    int from = random.nextInt(6000) - 3000;
    int size = random.nextInt(some.length) + 1;
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      some[i] = from + random.nextInt(spread);
      model.merge(some[i], 1L, Long::sum);
      least = Math.min(least, some[i]);
      greatest = Math.max(greatest, some[i]);
    }
    counts.increment(some, size, least, greatest);
  }

  private static void changeOne(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    int key = random.nextInt(200) - 100;
    long held = model.getOrDefault(key, 0L);
    long by = held > 0 && random.nextBoolean() ? -held : 1 + random.nextInt(5);
    counts.change(key, by);
    apply(model, key, by);
  }

  private static void addAnother(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    SortedMap<Integer, Long> part = new TreeMap<>();
    BucketCounts other = new BucketCounts();
    increment(other, part, random);
    counts.changeAll(other, 1);
    part.forEach((key, count) -> apply(model, key, count));
  }

  /** Part of what is held, so that nothing becomes negative. */
  private static void takeBackHalf(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    SortedMap<Integer, Long> part = new TreeMap<>();
    model.forEach(
        (key, count) -> {
          if (random.nextBoolean()) {
            part.put(key, 1 + (long) (random.nextDouble() * count));
          }
        });
    part.replaceAll((key, count) -> Math.min(count, model.get(key)));
    counts.changeAll(of(part), -1);
    part.forEach((key, count) -> apply(model, key, -count));
  }

  private static void takeBackAllButFew(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    SortedMap<Integer, Long> part = new TreeMap<>(model);
    part.keySet().removeIf(key -> random.nextInt(20) == 0);
    counts.changeAll(of(part), -1);
    part.forEach((key, count) -> apply(model, key, -count));
  }

  private static void apply(SortedMap<Integer, Long> model, int key, long by) {
    model.merge(key, by, Long::sum);
    model.remove(key, 0L);
  }

  private static BucketCounts of(SortedMap<Integer, Long> model) {
    BucketCounts counts = new BucketCounts();
    model.forEach(counts::change);
    return counts;
  }

  private static void assertSame(BucketCounts counts, SortedMap<Integer, Long> model) {
    SortedMap<Integer, Long> held = new TreeMap<>();
    for (int i = counts.next(0); i < counts.size(); i = counts.next(i + 1)) {
      assertThat(held.put(counts.key(i), counts.count(i))).isNull();
    }
    assertThat(held).isEqualTo(model);
    assertThat(counts.used()).isEqualTo(model.size());
  }

  private static void assertRanks(
      BucketCounts counts, SortedMap<Integer, Long> model, Random random) {
    long total = model.values().stream().mapToLong(count -> count).sum();
    if (total == 0) {
      return;
    }
    for (int i = 0; i < 5; i++) {
      long rank = 1 + (long) (random.nextDouble() * total);
      rank = i == 0 ? 1 : i == 1 ? total : Math.min(rank, total);
      assertThat(counts.atRank(rank)).isEqualTo(atRank(model, rank));
    }
  }

  private static int atRank(SortedMap<Integer, Long> model, long rank) {
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : model.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    throw new AssertionError(rank);
  }
}
