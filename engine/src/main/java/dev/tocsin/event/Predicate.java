package dev.tocsin.event;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement about one event. Thread-safe. Testing it allocates nothing, except where a number
 * among the attributes is read as a text.
 */
public sealed interface Predicate {

  /** Whether it is true of the event; unknown when the event does not say. */
  Truth test(Observation event);

  /** The fields it says something of. */
  Set<Field> fields();

  /** All of them. */
  record And(List<Predicate> operands) implements Predicate {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public Truth test(Observation event) {
      Truth truth = Truth.TRUE;
      for (int i = 0; i < operands.size() && truth != Truth.FALSE; i++) {
        truth = truth.and(operands.get(i).test(event));
      }
      return truth;
    }

    @Override
    public Set<Field> fields() {
      return fieldsOf(operands);
    }
  }

  /** Any of them. */
  record Or(List<Predicate> operands) implements Predicate {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public Truth test(Observation event) {
      Truth truth = Truth.FALSE;
      for (int i = 0; i < operands.size() && truth != Truth.TRUE; i++) {
        truth = truth.or(operands.get(i).test(event));
      }
      return truth;
    }

    @Override
    public Set<Field> fields() {
      return fieldsOf(operands);
    }
  }

  /** The opposite. */
  record Not(Predicate operand) implements Predicate {
    @Override
    public Truth test(Observation event) {
      return operand.test(event).not();
    }

    @Override
    public Set<Field> fields() {
      return operand.fields();
    }
  }

  /** Two numbers of one base unit. */
  record Compared(Amount left, CompareOp operator, Amount right) implements Predicate {
    @Override
    public Truth test(Observation event) {
      double one = left.of(event);
      double other = right.of(event);
      return Double.isNaN(one) || Double.isNaN(other)
          ? Truth.UNKNOWN
          : Truth.of(operator.holds(one, other));
    }

    @Override
    public Set<Field> fields() {
      Set<Field> fields = new HashSet<>(left.fields());
      fields.addAll(right.fields());
      return fields;
    }
  }

  /** Whether a number is one of some of its base unit. */
  record NumberIn(Amount amount, List<Double> values) implements Predicate {
    public NumberIn {
      values = values.stream().distinct().sorted().toList();
    }

    @Override
    public Truth test(Observation event) {
      double value = amount.of(event);
      if (Double.isNaN(value)) {
        return Truth.UNKNOWN;
      }
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) == value) {
          return Truth.TRUE;
        }
      }
      return Truth.FALSE;
    }

    @Override
    public Set<Field> fields() {
      return amount.fields();
    }
  }

  /** Whether a text is one of some. */
  record TextTest(Field field, Set<String> values) implements Predicate {
    public TextTest {
      values = Set.copyOf(values);
    }

    @Override
    public Truth test(Observation event) {
      String value = Fields.dimension(field, event);
      return value == null ? Truth.UNKNOWN : Truth.of(values.contains(value));
    }

    @Override
    public Set<Field> fields() {
      return Set.of(field);
    }
  }

  /** Whether two fields are the same text. */
  record SameText(Field left, Field right) implements Predicate {
    @Override
    public Truth test(Observation event) {
      String one = Fields.dimension(left, event);
      String other = Fields.dimension(right, event);
      return one == null || other == null ? Truth.UNKNOWN : Truth.of(one.equals(other));
    }

    @Override
    public Set<Field> fields() {
      return left.equals(right) ? Set.of(left) : Set.of(left, right);
    }
  }

  /** Whether a text looks like a pattern. */
  record TextMatch(Field field, TextPattern pattern) implements Predicate {
    @Override
    public Truth test(Observation event) {
      String value = Fields.dimension(field, event);
      return value == null ? Truth.UNKNOWN : Truth.of(pattern.matches(value));
    }

    @Override
    public Set<Field> fields() {
      return Set.of(field);
    }
  }

  private static Set<Field> fieldsOf(Collection<Predicate> operands) {
    return operands.stream()
        .flatMap(operand -> operand.fields().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
