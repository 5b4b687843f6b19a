package dev.tocsin.sample;

import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.Function;

/** How much of a reading's being where it is comes from one call, by the call's number. */
enum Blame {
  /** As much as the call adds. */
  AMOUNT {
    @Override
    double of(double number, EvidenceQuestion asked) {
      return Math.max(0, number);
    }
  },
  /** From each call alike: no single one is different from the others. */
  EACH {
    @Override
    double of(double number, EvidenceQuestion asked) {
      return 1;
    }
  },
  /** From each call for which what is asked is true, or false where too little is. */
  TRUTH {
    @Override
    double of(double number, EvidenceQuestion asked) {
      return (number > 0) == asked.isDown() ? 0 : 1;
    }
  },
  /** From each call that is beyond the threshold itself. */
  BEYOND {
    @Override
    double of(double number, EvidenceQuestion asked) {
      return asked.operator().holds(number, asked.threshold()) ? 1 : 0;
    }
  },
  /** From none: calls that did not come cannot be shown. */
  NONE {
    @Override
    double of(double number, EvidenceQuestion asked) {
      return 0;
    }
  };

  /** At least 0. */
  abstract double of(double number, EvidenceQuestion asked);

  /** How a reading is explained that is compared so. */
  static Blame of(EvidenceQuestion asked) {
    Function function = asked.reading().statistic().function();
    return switch (function) {
      case SUM, FORECAST -> asked.isDown() ? NONE : AMOUNT;
      case COUNT, RATE, DISTINCT, CHANGES ->
          asked.isDown() || asked.operator() == CompareOp.EQUAL ? NONE : EACH;
      case RATIO -> TRUTH;
      case AVG, MIN, MAX, PERCENTILE, LAST -> BEYOND;
      case STDDEV, KS, PSI, JS, CHI2, WASSERSTEIN, MEAN_SHIFT, CLIFFS_DELTA, MANN_WHITNEY -> EACH;
    };
  }
}
