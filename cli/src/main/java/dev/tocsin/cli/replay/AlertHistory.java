package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long alerts and rules have been firing, from their transitions in order. */
final class AlertHistory {
  private final Map<AlertKey, Instant> firingSince = new HashMap<>();
  private final Map<String, RuleTime> rules = new HashMap<>();

  /**
   * Takes the next transition.
   *
   * @return how long the alert fired, when this ends it
   */
  Optional<Duration> add(Transition transition) {
    AlertKey alert = AlertKey.of(transition);
    RuleTime rule = rules.computeIfAbsent(alert.rule(), name -> new RuleTime());
    if (transition.to() == AlertState.FIRING && firingSince.containsKey(alert)) {
      return Optional.empty(); // with another severity
    }
    if (transition.to() == AlertState.FIRING) {
      firingSince.put(alert, transition.time());
      rule.begin(transition.time());
      return Optional.empty();
    }
    @Nullable Instant since = firingSince.remove(alert);
    if (since == null) {
      return Optional.empty();
    }
    rule.end(transition.time());
    return Optional.of(Duration.between(since, transition.time()));
  }

  /** For how long at least one alert of the rule fired, up to {@code until}. */
  Duration firing(String rule, Instant until) {
    RuleTime time = rules.get(rule);
    return time == null ? Duration.ZERO : time.total(until);
  }

  private static final class RuleTime {
    private Duration total = Duration.ZERO;
    private Instant since = Instant.EPOCH;
    private int firing;

    void begin(Instant time) {
      if (firing == 0) {
        since = time;
      }
      firing++;
    }

    void end(Instant time) {
      firing--;
      if (firing == 0) {
        total = total.plus(Duration.between(since, time));
      }
    }

    Duration total(Instant until) {
      boolean open = firing > 0 && until.isAfter(since);
      return open ? total.plus(Duration.between(since, until)) : total;
    }
  }
}
