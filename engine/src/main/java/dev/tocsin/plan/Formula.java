package dev.tocsin.plan;

import java.util.List;

/** A condition in negation normal form: what must hold for the rule's condition to be true. */
public sealed interface Formula {

  /** All of them, for one and the same group. */
  record And(List<Formula> operands) implements Formula {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Any of them. */
  record Or(List<Formula> operands) implements Formula {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** A comparison. */
  record Atom(CrossingPlan crossing) implements Formula {}
}
