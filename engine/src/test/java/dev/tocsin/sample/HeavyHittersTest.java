package dev.tocsin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** {@link HeavyHitters} against exact sums: the bounds of SpaceSaving. */
class HeavyHittersTest {
  private static final int COUNTERS = 8;

  @Property
  void noneIsMissedAndNoneWeighsMuchTooMuch(@ForAll("weights") List<Tuple2<String, Integer>> all) {
    HeavyHitters sketch = new HeavyHitters(COUNTERS);
    Map<String, Integer> exact = new HashMap<>();
    double total = 0;
    for (Tuple2<String, Integer> each : all) {
      sketch.add(each.get1(), each.get2());
      exact.merge(each.get1(), each.get2(), Integer::sum);
      total += each.get2();
    }
    double bound = total / COUNTERS;
    Map<String, Double> held = sketch.withShare(0);

    assertThat(held).hasSizeLessThanOrEqualTo(COUNTERS);
    exact.forEach(
        (text, weight) -> {
          if (weight > bound) {
            assertThat(held).containsKey(text);
          }
        });
    held.forEach(
        (text, most) ->
            assertThat(most).isBetween((double) exact.get(text), exact.get(text) + bound));
  }

  @Property
  void onlyThoseOfTheShareAreGiven(@ForAll("weights") List<Tuple2<String, Integer>> all) {
    HeavyHitters sketch = new HeavyHitters(COUNTERS);
    all.forEach(each -> sketch.add(each.get1(), each.get2()));
    double total = all.stream().mapToInt(Tuple2::get2).sum();

    assertThat(sketch.withShare(0.25).values()).allMatch(most -> most >= total / 4);
    assertThat(sketch.withShare(0.25).size()).isLessThanOrEqualTo(4);
  }

  @Provide
  Arbitrary<List<Tuple2<String, Integer>>> weights() {
    Arbitrary<String> texts =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of("a", "b", "c")),
            Tuple.of(2, Arbitraries.integers().between(0, 60).map(i -> "t" + i)));
    return net.jqwik.api.Combinators.combine(texts, Arbitraries.integers().between(0, 20))
        .as(Tuple::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(200);
  }
}
