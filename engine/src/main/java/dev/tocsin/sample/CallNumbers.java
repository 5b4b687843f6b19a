package dev.tocsin.sample;

import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which calls a fold looks at for a group, and the number that it takes from each. */
final class CallNumbers {
  /** Numbers that {@code ks(*)} takes of calls that went well only. */
  private static final Set<String> OF_OK_CALLS = Set.of("latency", "ttft");

  private final FoldPlan fold;
  private final List<String> wanted;
  private final Optional<Field.Number> field;

  /**
   * @param group with the fold's dimensions
   */
  CallNumbers(FoldPlan fold, Group group) {
    this.fold = fold;
    this.wanted = new ArrayList<>();
    for (Field dimension : fold.by()) {
      wanted.add(group.values().get(group.dimensions().indexOf(dimension.name())));
    }
    this.field = number(fold, group);
  }

  private static Optional<Field.Number> number(FoldPlan fold, Group group) {
    if (fold.what() instanceof FoldPlan.Value value) {
      return Optional.of(value.field());
    }
    if (fold.what() instanceof FoldPlan.EveryNumber) {
      String metric = group.values().get(group.dimensions().indexOf(FoldPlan.METRIC));
      return Fields.named(metric)
          .filter(Field.Number.class::isInstance)
          .map(Field.Number.class::cast);
    }
    return Optional.empty();
  }

  /** Whether a fold looks at calls at all. */
  static boolean areIn(FoldPlan fold) {
    return fold.measure().isEmpty() && !(fold.what() instanceof FoldPlan.Gauge);
  }

  /** The number of a call in base units, 1 or 0 for true or false; NaN when it has none here. */
  double of(PricedCall call) {
    if (fold.where().isPresent() && fold.where().get().test(call) != Truth.TRUE) {
      return Double.NaN;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String value = Fields.dimension(fold.by().get(i), call);
      if (!wanted.get(i).equals(value == null ? Group.NONE : value)) {
        return Double.NaN;
      }
    }
    if (field.isPresent()) {
      return number(field.get(), call);
    }
    if (fold.what() instanceof FoldPlan.Share share) {
      Truth truth = share.predicate().test(call);
      return truth == Truth.UNKNOWN ? Double.NaN : truth == Truth.TRUE ? 1 : 0;
    }
    if (fold.what() instanceof FoldPlan.Identity identity) {
      return isKnown(identity.field(), call) ? 1 : Double.NaN;
    }
    return 1;
  }

  private double number(Field.Number number, PricedCall call) {
    boolean leftOut =
        fold.what() instanceof FoldPlan.EveryNumber
            && OF_OK_CALLS.contains(number.name())
            && call.call().status() != Status.OK;
    return leftOut ? Double.NaN : number.reader().amount(call);
  }

  private static boolean isKnown(Field field, PricedCall call) {
    return field instanceof Field.Number number
        ? number.reader().read(call) != Event.UNKNOWN
        : Fields.dimension(field, call) != null;
  }
}
