package dev.tocsin.peers.tight;

import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * The constants that one reading is compared with, sorted, so that those which hold are the first
 * few: a reading that moves between two of them changes nothing and costs two comparisons.
 */
public final class Levels {
  private final double[] constants;
  private final int[] rules;
  private final double sign;
  private final int minSamples;
  private final String group;
  private final Alarm alarm;
  private int holding;

  /**
   * @param of all compare the same metric
   * @param group what the reading is of
   */
  public Levels(Metric metric, List<Rule> of, String group, Alarm alarm) {
    sign = metric.below() ? -1 : 1;
    minSamples = metric.minSamples();
    this.group = group;
    this.alarm = alarm;
    List<Rule> sorted =
        of.stream().sorted(Comparator.comparingDouble(r -> sign * r.inBaseUnits())).toList();
    constants = sorted.stream().mapToDouble(rule -> sign * rule.inBaseUnits()).toArray();
    rules = sorted.stream().mapToInt(Rule::index).toArray();
  }

  /** Whether nothing is compared. */
  public boolean isEmpty() {
    return rules.length == 0;
  }

  /** Takes a reading; with NaN for no data nothing holds. */
  public void read(double value, long samples, long tick) {
    double signed = sign * value;
    if (samples >= minSamples && signed > lower() && signed <= upper()) {
      return;
    }
    move(samples >= minSamples ? below(signed) : 0, tick);
  }

  /** How far the reading may move before anything can change. */
  double room(double value) {
    double signed = sign * value;
    return Math.min(signed - lower(), upper() - signed);
  }

  /** The largest constant that holds. */
  private double lower() {
    return holding == 0 ? Double.NEGATIVE_INFINITY : constants[holding - 1];
  }

  /** The smallest that does not. */
  private double upper() {
    return holding == constants.length ? Double.POSITIVE_INFINITY : constants[holding];
  }

  private void move(int to, long tick) {
    while (holding < to) {
      alarm.changed(rules[holding++], group, tick, true);
    }
    while (holding > to) {
      alarm.changed(rules[--holding], group, tick, false);
    }
  }

  /** How many constants are below a value; 0 for NaN. */
  private int below(double value) {
    int low = 0;
    int high = constants.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (constants[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
