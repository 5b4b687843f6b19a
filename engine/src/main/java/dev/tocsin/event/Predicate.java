package dev.tocsin.event;

import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A statement about one call. */
public sealed interface Predicate {

  /** Whether it is true of the call; unknown when the call does not say. */
  Truth test(PricedCall call);

  /** Whether it says something of a score. */
  boolean mentionsScore(String score);

  /** All of them. */
  record And(List<Predicate> operands) implements Predicate {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public Truth test(PricedCall call) {
      Truth truth = Truth.TRUE;
      for (Predicate operand : operands) {
        truth = truth.and(operand.test(call));
      }
      return truth;
    }

    @Override
    public boolean mentionsScore(String score) {
      return operands.stream().anyMatch(operand -> operand.mentionsScore(score));
    }
  }

  /** Any of them. */
  record Or(List<Predicate> operands) implements Predicate {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public Truth test(PricedCall call) {
      Truth truth = Truth.FALSE;
      for (Predicate operand : operands) {
        truth = truth.or(operand.test(call));
      }
      return truth;
    }

    @Override
    public boolean mentionsScore(String score) {
      return operands.stream().anyMatch(operand -> operand.mentionsScore(score));
    }
  }

  /** The opposite. */
  record Not(Predicate operand) implements Predicate {
    @Override
    public Truth test(PricedCall call) {
      return operand.test(call).not();
    }

    @Override
    public boolean mentionsScore(String score) {
      return operand.mentionsScore(score);
    }
  }

  /** A number against a constant in the field's base unit. */
  record NumberTest(Field.Number field, CompareOp operator, double constant) implements Predicate {
    @Override
    public Truth test(PricedCall call) {
      long value = field.reader().read(call);
      return value == Event.UNKNOWN ? Truth.UNKNOWN : Truth.of(operator.holds(value, constant));
    }

    @Override
    public boolean mentionsScore(String score) {
      return score.equals(Fields.scoreName(field));
    }
  }

  /** A number attribute against a constant. */
  record AttributeTest(Field.Attribute field, CompareOp operator, double constant)
      implements Predicate {
    @Override
    public Truth test(PricedCall call) {
      return call.call().attributes().get(field.key()) instanceof BigDecimal value
          ? Truth.of(operator.holds(value.doubleValue(), constant))
          : Truth.UNKNOWN;
    }

    @Override
    public boolean mentionsScore(String score) {
      return false;
    }
  }

  /** Whether a text is one of some. */
  record TextTest(Field field, Set<String> values) implements Predicate {
    public TextTest {
      values = Set.copyOf(values);
    }

    @Override
    public Truth test(PricedCall call) {
      String value = Fields.dimension(field, call);
      return value == null ? Truth.UNKNOWN : Truth.of(values.contains(value));
    }

    @Override
    public boolean mentionsScore(String score) {
      return false;
    }
  }
}
