package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is computed once of numbers that are folded together. */
class NumbersTest {

  @Property(tries = 500)
  void sumsExtremesAndBucketsAreThoseOfAList(@ForAll("lists") List<List<Long>> lists) {
    Numbers numbers = new Numbers();
    for (int i = 0; i < lists.size(); i++) {
      List<Long> list = lists.get(i);
      take(numbers, list, i % 2 == 0);
      assertSame(numbers, list);
      numbers.add(Long.MIN_VALUE); // what was computed is not kept
      assertThat(numbers.least()).isEqualTo(Long.MIN_VALUE);
      assertThat(sum(numbers)).isEqualTo(Exact.sum(list).add(BigInteger.valueOf(Long.MIN_VALUE)));
    }
  }

  @Property(tries = 500)
  void foldedTogetherAsOneByOne(@ForAll("lists") List<List<Long>> lists) {
    for (FoldKind kind : FoldKind.values()) {
      FoldState<?> together = kind.empty();
      FoldState<?> each = kind.empty();
      Numbers numbers = new Numbers();
      for (List<Long> list : lists) {
        List<Long> folded =
            kind == FoldKind.RATIO ? list.stream().map(number -> number & 1).toList() : list;
        take(numbers, folded, true);
        together.addAll(numbers);
        folded.forEach(each::add);
        assertThat(together.samples()).isEqualTo(each.samples());
        assertThat(States.bytes(together)).as("%s", kind).isEqualTo(States.bytes(each));
      }
    }
  }

  private static void take(Numbers numbers, List<Long> list, boolean oneByOne) {
    numbers.clear();
    if (oneByOne) {
      list.forEach(numbers::add);
      return;
    }
    long[] into = numbers.toFill(list.size());
    for (int i = 0; i < list.size(); i++) {
      into[i] = list.get(i);
    }
    numbers.size(list.size());
  }

  private static void assertSame(Numbers numbers, List<Long> list) {
    assertThat(numbers.size()).isEqualTo(list.size());
    assertThat(sum(numbers)).isEqualTo(Exact.sum(list));
    long least = list.isEmpty() ? Long.MAX_VALUE : Collections.min(list);
    long greatest = list.isEmpty() ? Long.MIN_VALUE : Collections.max(list);
    assertThat(numbers.least()).isEqualTo(least);
    assertThat(numbers.greatest()).isEqualTo(greatest);
    for (Buckets buckets : Buckets.values()) {
      for (int i = 0; i < list.size(); i++) {
        assertThat(numbers.buckets(buckets)[i]).isEqualTo(buckets.of(list.get(i)));
      }
    }
  }

  private static BigInteger sum(Numbers numbers) {
    return BigInteger.valueOf(numbers.sumHigh())
        .shiftLeft(Long.SIZE)
        .add(new BigInteger(Long.toUnsignedString(numbers.sumLow())));
  }

  /** Small numbers, numbers of one size near the limit of what so many may add up to, and any. */
  @Provide
  Arbitrary<List<List<Long>>> lists() {
    Arbitrary<List<Long>> near =
        Arbitraries.integers()
            .between(50, 62)
            .flatMap(
                bits ->
                    Arbitraries.of(1L << bits, -(1L << bits), (1L << bits) - 1, -(1L << bits) - 1)
                        .list()
                        .ofMaxSize(300));
    return Arbitraries.oneOf(
            near,
            Arbitraries.longs().list().ofMaxSize(100),
            Arbitraries.longs().between(-1000, 1_000_000_000).list().ofMaxSize(300),
            Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE).list().ofMaxSize(100))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
