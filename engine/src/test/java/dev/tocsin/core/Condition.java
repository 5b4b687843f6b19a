package dev.tocsin.core;

import java.util.List;

/** A generated condition, before the language has seen it. */
sealed interface Condition {
  /** As a rule file writes it. */
  String text();

  /** A term compared with a constant. */
  record Compare(Term term, String operator, String constant) implements Condition {
    @Override
    public String text() {
      return term.text() + " " + operator + " " + constant;
    }
  }

  /** A term compared with a multiple of another. */
  record Against(Term left, String operator, String factor, Term right) implements Condition {
    @Override
    public String text() {
      return left.text() + " " + operator + " " + factor + " * " + right.text();
    }
  }

  /** Nothing was folded in a window. */
  record Absent(Term term) implements Condition {
    @Override
    public String text() {
      return "absent(" + term.text() + ")";
    }
  }

  /** The opposite. */
  record Not(Condition operand) implements Condition {
    @Override
    public String text() {
      return "not (" + operand.text() + ")";
    }
  }

  /** All or any. */
  record Joined(String word, List<Condition> operands) implements Condition {
    @Override
    public String text() {
      return String.join(
          " " + word + " ", operands.stream().map(one -> "(" + one.text() + ")").toList());
    }
  }
}
