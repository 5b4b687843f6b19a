package dev.tocsin.testkit.fault;

import dev.tocsin.api.Deployment;
import dev.tocsin.api.Instants;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.FaultDefinition;
import dev.tocsin.event.Predicate;
import dev.tocsin.testkit.field.CallFields;
import dev.tocsin.testkit.field.Moments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes faults of what a test says; what is wrong is reported and left out. */
final class FaultPlanner {
  private final Moments moments;
  private final WhereTyper wheres;
  private final EffectPlanner effects;
  private final Surges surges;
  private final Diagnostics diagnostics;

  FaultPlanner(Moments moments, CallFields fields, Diagnostics diagnostics) {
    this.moments = moments;
    this.wheres = new WhereTyper(fields, diagnostics);
    this.effects = new EffectPlanner(fields, diagnostics);
    this.surges = new Surges(diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * @param number of the entry, from 1
   */
  void plan(FaultDefinition entry, int number, Faults faults) {
    Optional<Long> from =
        entry.at().isPresent()
            ? moments.nanos(entry.at().get(), diagnostics)
            : moments.startNanos();
    Optional<Predicate> where = entry.where().flatMap(wheres::type);
    List<Effect> done = entry.effects().stream().flatMap(one -> effects.of(one).stream()).toList();
    if (from.isEmpty() || where.isPresent() != entry.where().isPresent()) {
      return;
    }
    long begin = from.get();
    long until =
        entry.length().map(length -> Moments.later(begin, length.toNanos())).orElse(Moments.END);
    if (!surges.take(entry, begin, until)) {
      return;
    }
    if (!done.isEmpty()) {
      double share = entry.share().map(BigDecimal::doubleValue).orElse(1.0);
      long first = entry.at().isPresent() ? begin : Long.MIN_VALUE;
      faults.add(
          new Fault(
              entry.span(),
              Instants.ofNanos(begin),
              Instants.ofNanos(until),
              new Reach(first, until, where, share, entry.seed().orElse(number)),
              done));
    }
    entry.effects().stream()
        .filter(FaultDefinition.Deployed.class::isInstance)
        .map(FaultDefinition.Deployed.class::cast)
        .forEach(live -> faults.insert(new Deployment(begin, live.prompt(), live.version())));
    faults.mark(begin, done.isEmpty() ? begin : until, FaultText.of(entry));
  }
}
