package dev.tocsin.cli.init;

import java.util.Map;

/**
 * A rule for a measure.
 *
 * @param worst the worst reading in the trace
 * @param threshold of the rule, as written in the rule language
 * @param how where the threshold comes from, in words
 * @param alarms how many alerts each threshold would have given in the trace, that of the rule
 *     first
 */
record Suggestion(
    Measure measure, double worst, String threshold, String how, Map<String, Long> alarms) {

  /** How many alerts the rule would have given. */
  long given() {
    return alarms.getOrDefault(threshold, 0L);
  }
}
