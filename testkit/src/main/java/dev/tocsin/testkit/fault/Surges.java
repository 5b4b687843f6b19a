package dev.tocsin.testkit.fault;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.FaultDefinition;
import java.util.ArrayList;
import java.util.List;

/** Keeps repeats of repeats from filling the memory. */
final class Surges {
  private static final long MOST = 10_000;

  private final List<Surge> surges = new ArrayList<>();
  private final Diagnostics diagnostics;

  private record Surge(long from, long until, long times) {}

  Surges(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether calls can come so often, with the surges before that last at the same time. */
  boolean take(FaultDefinition fault, long from, long until) {
    long times = 1;
    for (FaultDefinition.Effect effect : fault.effects()) {
      if (effect instanceof FaultDefinition.Repeated repeated) {
        times *= repeated.times();
      } else if (effect instanceof FaultDefinition.Duplicated) {
        times *= 2;
      }
    }
    long all = times;
    for (Surge other : surges) {
      if (other.from < until && from < other.until && all <= MOST) {
        all *= other.times;
      }
    }
    surges.add(new Surge(from, until, times));
    boolean fits = times == 1 || all <= MOST;
    if (!fits) {
      diagnostics.error(
          Code.BAD_COUNT,
          fault.span(),
          "with the faults before it calls would come more than " + MOST + " times");
    }
    return fits;
  }
}
