package dev.tocsin.event;

import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement about one call. */
public sealed interface Predicate {

  /** Whether it is true of the call; unknown when the call does not say. */
  Truth test(PricedCall call);

  /** The fields it says something of. */
  Set<Field> fields();

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
    public Set<Field> fields() {
      return operands.stream()
          .flatMap(operand -> operand.fields().stream())
          .collect(Collectors.toUnmodifiableSet());
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
    public Set<Field> fields() {
      return operands.stream()
          .flatMap(operand -> operand.fields().stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The opposite. */
  record Not(Predicate operand) implements Predicate {
    @Override
    public Truth test(PricedCall call) {
      return operand.test(call).not();
    }

    @Override
    public Set<Field> fields() {
      return operand.fields();
    }
  }

  /** A number against a constant in the field's base unit. */
  record NumberTest(Field.Number field, CompareOp operator, double constant) implements Predicate {
    @Override
    public Truth test(PricedCall call) {
      long value = field.reader().read(call);
      return value == Event.UNKNOWN
          ? Truth.UNKNOWN
          : Truth.of(operator.holds((double) value, constant));
    }

    @Override
    public Set<Field> fields() {
      return Set.of(field);
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
    public Set<Field> fields() {
      return Set.of(field);
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
    public Set<Field> fields() {
      return Set.of(field);
    }
  }
}
