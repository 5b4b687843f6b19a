package dev.tocsin.cli.init;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/** The readings of one measure over a trace, to three digits. */
final class Spread {
  private static final MathContext DIGITS = new MathContext(3);

  private final TreeMap<Double, Long> readings = new TreeMap<>();
  private Unit unit = Unit.NUMBER;
  private long count;

  void add(ComparedReading reading) {
    Double value = reading.value();
    if (value != null && Double.isFinite(value)) {
      unit = reading.unit();
      count++;
      readings.merge(new BigDecimal(value).round(DIGITS).doubleValue(), 1L, Long::sum);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  Unit unit() {
    return unit;
  }

  /**
   * The reading that a share of all readings do not exceed, by nearest rank.
   *
   * @param share 0 for the lowest, 1 for the highest
   */
  double quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    for (Map.Entry<Double, Long> each : readings.entrySet()) {
      seen += each.getValue();
      if (seen >= rank) {
        return each.getKey();
      }
    }
    throw new IllegalStateException("no readings");
  }
}
