package dev.tocsin.plan;

import java.util.List;
import java.util.stream.Stream;

/** Arithmetic over readings. All values are in base units; NaN is no data and stays it. */
public sealed interface Expression {

  /** The value, where a source gives those of the readings. */
  double value(Source source);

  /** The readings it rests on, in the order of the text, each once. */
  List<ReadingPlan> readings();

  /** Gives the values of readings for one group. */
  @FunctionalInterface
  interface Source {
    /** In base units; NaN for no data or too few samples. */
    double read(Reading reading);
  }

  /** A number that does not change. */
  record Constant(double number) implements Expression {
    @Override
    public double value(Source source) {
      return number;
    }

    @Override
    public List<ReadingPlan> readings() {
      return List.of();
    }
  }

  /**
   * What a reading reads.
   *
   * @param plan which reading
   * @param minSamples fewer are no data
   */
  record Reading(ReadingPlan plan, long minSamples) implements Expression {
    @Override
    public double value(Source source) {
      return source.read(this);
    }

    @Override
    public List<ReadingPlan> readings() {
      return List.of(plan);
    }
  }

  /** Two values, combined. */
  record Combined(Expression left, Operation operation, Expression right) implements Expression {
    @Override
    public double value(Source source) {
      return operation.of(left.value(source), right.value(source));
    }

    @Override
    public List<ReadingPlan> readings() {
      return Stream.concat(left.readings().stream(), right.readings().stream()).distinct().toList();
    }
  }

  /** How two values are combined, as IEEE 754 does. */
  enum Operation {
    ADD {
      @Override
      double of(double left, double right) {
        return left + right;
      }
    },
    SUBTRACT {
      @Override
      double of(double left, double right) {
        return left - right;
      }
    },
    /** The difference, for its sign only: infinities are compared, not subtracted. */
    COMPARE {
      @Override
      double of(double left, double right) {
        return left == right ? 0 : left - right;
      }
    },
    MULTIPLY {
      @Override
      double of(double left, double right) {
        return left * right;
      }
    },
    /** By zero: infinite, and no data for zero by zero. */
    DIVIDE {
      @Override
      double of(double left, double right) {
        return left / right;
      }
    };

    abstract double of(double left, double right);
  }
}
