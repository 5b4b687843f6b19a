package dev.tocsin.match.drools;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import org.kie.api.definition.type.ClassReactive;

/**
 * The fact that a comparison holds for a group. Rules match on the comparison in full, so that they
 * read as the conditions they come from; the number of the comparison is only for finding them
 * fast. Never updated, so that Drools need not find out which properties a rule reads.
 */
@ClassReactive
public final class Crossing {
  private final CrossingPlan plan;
  private final String reading;
  private final Group group;
  private final double value;

  Crossing(CrossingPlan plan, String reading, Group group, double value) {
    this.plan = plan;
    this.reading = reading;
    this.group = group;
    this.value = value;
  }

  /** The comparison's place in the plan. */
  public int comparison() {
    return plan.id();
  }

  /** The reading's label, unique in the plan. */
  public String reading() {
    return reading;
  }

  /** The operator as written. */
  public String operator() {
    return plan.operator().symbol();
  }

  /** The constant, in base units. */
  public double threshold() {
    return plan.threshold();
  }

  /** The samples without which the comparison does not hold. */
  public long minSamples() {
    return plan.minSamples();
  }

  /** The reading's value when the comparison began to hold, in base units. */
  public double value() {
    return value;
  }

  /** The group for which it holds. */
  public Group group() {
    return group;
  }
}
