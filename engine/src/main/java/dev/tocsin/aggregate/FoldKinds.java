package dev.tocsin.aggregate;

import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.window.FoldKind;

/** Which fold state a fold's numbers go into. */
final class FoldKinds {
  private FoldKinds() {}

  /**
   * That of a fold.
   *
   * @param group asked only by {@code ks(*)}, whose metrics differ
   */
  static FoldKind of(FoldPlan fold, Group group) {
    FoldPlan.What what = fold.what();
    if (what instanceof FoldPlan.Calls) {
      return FoldKind.COUNT;
    }
    if (what instanceof FoldPlan.Value value) {
      return value.kind();
    }
    if (what instanceof FoldPlan.Identity identity) {
      return identity.kind();
    }
    if (what instanceof FoldPlan.Gauge) {
      return FoldKind.LAST;
    }
    if (what instanceof FoldPlan.Share) {
      return FoldKind.RATIO;
    }
    if (what instanceof FoldPlan.EveryNumber) {
      return ofMetric(String.valueOf(group.asMap().get(FoldPlan.METRIC)));
    }
    throw new IllegalStateException("no fold for " + what);
  }

  private static FoldKind ofMetric(String metric) {
    return Fields.named(metric).orElse(null) instanceof Field.Number number && number.score()
        ? FoldKind.SCORE_HISTOGRAM
        : FoldKind.LOG_HISTOGRAM;
  }
}
