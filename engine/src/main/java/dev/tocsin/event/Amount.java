package dev.tocsin.event;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** A number that is calculated from one event. Evaluating it allocates nothing. */
public sealed interface Amount {

  /** The number, or NaN when the event does not say it. */
  double of(Observation event);

  /** The fields it reads. */
  Set<Field> fields();

  /** The same for every event. */
  record Constant(double value) implements Amount {
    @Override
    public double of(Observation event) {
      return value;
    }

    @Override
    public Set<Field> fields() {
      return Set.of();
    }
  }

  /** A field, in its base unit. */
  record OfField(Field.Number field) implements Amount {
    @Override
    public double of(Observation event) {
      return field.reader().amount(event);
    }

    @Override
    public Set<Field> fields() {
      return Set.of(field);
    }
  }

  /** Another amount times a constant, as from one base unit to another. */
  record Scaled(Amount amount, double factor) implements Amount {
    @Override
    public double of(Observation event) {
      return amount.of(event) * factor;
    }

    @Override
    public Set<Field> fields() {
      return amount.fields();
    }
  }

  /** Two amounts and what is done with them. */
  record Combined(Amount left, Operation operation, Amount right) implements Amount {
    @Override
    public double of(Observation event) {
      return operation.of(left.of(event), right.of(event));
    }

    @Override
    public Set<Field> fields() {
      Set<Field> fields = new HashSet<>(left.fields());
      fields.addAll(right.fields());
      return Collections.unmodifiableSet(fields);
    }
  }

  /** What can be done with two numbers. */
  enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** A number divided by zero is not known. */
    DIVIDE;

    double of(double left, double right) {
      return switch (this) {
        case ADD -> left + right;
        case SUBTRACT -> left - right;
        case MULTIPLY -> left * right;
        case DIVIDE -> right == 0 ? Double.NaN : left / right;
      };
    }
  }
}
