package dev.tocsin.plan;

/** What is read off an aggregate: a function with what it was told besides its field. */
public sealed interface Statistic {

  /** Which function. */
  Function function();

  /** Fewer samples than this are no data where a rule does not say otherwise. */
  default long defaultMinSamples() {
    return function().minSamples();
  }

  /** Whether it reads 0, not "no data", where nothing was folded and there are no groups. */
  default boolean zeroWhenEmpty() {
    return function().zeroWhenEmpty();
  }

  /** Whether a group is to be remembered when its windows are empty, for a day. */
  default boolean remembersGroups() {
    return false;
  }

  /** A function that was told nothing else. */
  record Of(Function function) implements Statistic {}

  /** How many numbers a reading rests on, 0 too; no data until its window was watched once. */
  record Samples() implements Statistic {
    @Override
    public Function function() {
      return Function.COUNT;
    }

    @Override
    public boolean zeroWhenEmpty() {
      return false;
    }

    @Override
    public boolean remembersGroups() {
      return true;
    }
  }

  /** The same from the first tick on: it has data for a group just as long as it is remembered. */
  record Remembered() implements Statistic {
    @Override
    public Function function() {
      return Function.COUNT;
    }

    @Override
    public boolean zeroWhenEmpty() {
      return true;
    }

    @Override
    public boolean remembersGroups() {
      return true;
    }
  }

  /** Events a second over the length of the window. */
  record Rate(double seconds) implements Statistic {
    @Override
    public Function function() {
      return Function.RATE;
    }
  }

  /** The value at a quantile between 0 and 1. */
  record Percentile(double quantile) implements Statistic {
    @Override
    public Function function() {
      return Function.PERCENTILE;
    }
  }
}
