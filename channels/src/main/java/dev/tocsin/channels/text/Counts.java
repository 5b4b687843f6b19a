package dev.tocsin.channels.text;

import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many of a notification's alerts stand how.
 *
 * @param firing that fire, acknowledged ones among them
 * @param acknowledged those of them that somebody takes care of
 * @param resolved that have stopped firing
 * @param severity the highest of those that fire, else of all
 */
record Counts(long firing, long acknowledged, long resolved, Severity severity) {

  static Counts of(List<AlertText> alerts) {
    long resolved = count(alerts, Standing.RESOLVED);
    boolean over = resolved == alerts.size();
    return new Counts(
        alerts.size() - resolved,
        count(alerts, Standing.ACKNOWLEDGED),
        resolved,
        alerts.stream()
            .filter(alert -> over || alert.standing() != Standing.RESOLVED)
            .map(AlertText::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO));
  }

  Standing standing() {
    if (firing == 0) {
      return Standing.RESOLVED;
    }
    return acknowledged == firing ? Standing.ACKNOWLEDGED : Standing.FIRING;
  }

  /** {@code Firing: 12 alerts of latency_degradation (critical), 3 resolved}. */
  String title(Message.Notification message) {
    List<String> rules =
        message.alerts().stream().map(alert -> alert.transition().rule()).distinct().toList();
    String of = " of " + (rules.size() == 1 ? rules.get(0) : rules.size() + " rules");
    return switch (standing()) {
      case RESOLVED -> "Resolved: " + alerts(resolved) + of;
      case ACKNOWLEDGED -> "Acknowledged: " + alerts(firing) + of + rest(false);
      case FIRING ->
          (message.cause() == Message.Cause.REPEAT ? "Still firing: " : "Firing: ")
              + alerts(firing)
              + of
              + rest(true);
    };
  }

  /** {@code 12 firing, 2 of them acknowledged, 3 resolved}. */
  String text() {
    return Stream.of(
            firing == 0 ? "" : firing + " firing",
            acknowledged == 0 ? "" : acknowledged + " of them acknowledged",
            resolved == 0 ? "" : resolved + " resolved")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static String alerts(long number) {
    return number == 1 ? "1 alert" : number + " alerts";
  }

  private String rest(boolean withAcknowledged) {
    return " ("
        + severity.label()
        + ")"
        + (withAcknowledged && acknowledged > 0 ? ", " + acknowledged + " acknowledged" : "")
        + (resolved > 0 ? ", " + resolved + " resolved" : "");
  }

  private static long count(List<AlertText> alerts, Standing standing) {
    return alerts.stream().filter(alert -> alert.standing() == standing).count();
  }
}
