package dev.tocsin.window;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random life of a window: numbers come, time jumps on. */
final class Steps {
  private Steps() {}

  /**
   * @param value what is added
   * @param age how long before the coming tick it is stamped, in nanoseconds, at least 1
   */
  record Add(long value, long age) {}

  /**
   * @param jump how far the tick after the adds lies behind the one before, in ticks
   * @param adds what is added in between
   */
  record Step(long jump, List<Add> adds) {}

  /** A number at a stamp. */
  record Stamped(long stamp, long value) {}

  static Arbitrary<List<Step>> of(Arbitrary<Long> values, Arbitrary<Long> ages, long maxJump) {
    Arbitrary<Long> jumps =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 3)),
            net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(1, maxJump)));
    Arbitrary<Add> adds = Combinators.combine(values, ages).as(Add::new);
    return Combinators.combine(jumps, adds.list().ofMaxSize(4)).as(Step::new).list().ofMaxSize(25);
  }
}
