package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a rule that flaps from filling the timeline: its first alerts of a day are shown from
 * beginning to end, the others counted; on the days after one that was cut so, all are only
 * counted.
 */
final class DayLimit {
  private final int limit;
  private final Map<String, Integer> begun = new HashMap<>();
  private final Map<String, Long> hidden = new LinkedHashMap<>();
  private final Set<String> flapped = new HashSet<>();
  private final Set<Activation> hiddenNow = new HashSet<>();

  private record Activation(AlertKey alert, Instant began) {}

  DayLimit(int alertsPerRule) {
    this.limit = alertsPerRule;
  }

  /** Whether the next transition belongs to an alert that is not shown. */
  boolean hides(Transition transition) {
    Activation activation = new Activation(AlertKey.of(transition), transition.activation());
    if (transition.to() == AlertState.INACTIVE) {
      return hiddenNow.remove(activation);
    }
    if (transition.from() != AlertState.INACTIVE) {
      return hiddenNow.contains(activation);
    }
    int most = flapped.contains(transition.rule()) ? 0 : limit;
    boolean over = begun.merge(transition.rule(), 1, Integer::sum) > most;
    if (over) {
      hidden.merge(transition.rule(), 1L, Long::sum);
      hiddenNow.add(activation);
    }
    return over;
  }

  /** Begins the next day; returns how many alerts of which rules were not shown on the last. */
  Map<String, Long> nextDay() {
    Map<String, Long> last = new LinkedHashMap<>(hidden);
    flapped.addAll(hidden.keySet());
    begun.clear();
    hidden.clear();
    return last;
  }
}
