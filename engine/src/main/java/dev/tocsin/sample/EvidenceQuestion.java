package dev.tocsin.sample;

import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;

/**
 * What is to be shown: why a reading is where it is.
 *
 * @param reading which
 * @param operator how it is compared
 * @param threshold with what, in the reading's base unit
 * @param group of the reading
 * @param tick when
 */
public record EvidenceQuestion(
    ReadingPlan reading, CompareOp operator, double threshold, Group group, long tick) {

  /** Whether it is about too little. */
  boolean isDown() {
    return operator == CompareOp.LESS || operator == CompareOp.LESS_OR_EQUAL;
  }
}
