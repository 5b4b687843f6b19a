package dev.tocsin.cli.init;

import dev.tocsin.cli.text.Durations;
import dev.tocsin.replay.ReplaySummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code alert_rules.yaml}. */
final class RulesText {
  private RulesText() {}

  static String of(
      String trace,
      ReplaySummary summary,
      List<String> leftOut,
      List<Suggestion> suggestions,
      Optional<Silence> silence) {
    StringBuilder text =
        new StringBuilder(
            """
            # First rules, made by 'tocsin init' from %s:
            # %d calls from %s to %s%s.
            # What stands above a rule is read from that traffic: how bad it was, and how many alerts
            # each threshold would have given in it. Choose a threshold; the tests beside this file
            # hold what it does on the same traffic.
            """
                .formatted(
                    trace, summary.calls(), summary.from(), summary.until(), unread(summary)));
    leftOut.forEach(each -> text.append("# No rule, as ").append(each).append(".\n"));
    text.append("rules:\n");
    suggestions.forEach(each -> text.append(rule(each)));
    silence.ifPresent(each -> text.append(rule(each)));
    return text.toString();
  }

  private static String unread(ReplaySummary summary) {
    Unread unread = Unread.of(summary);
    return unread.isNothing() ? "" : "; " + unread.words();
  }

  private static String rule(Suggestion suggestion) {
    Measure measure = suggestion.measure();
    StringBuilder text = new StringBuilder();
    text.append("  # ").append(suggestion.how().replace("\n", "\n  # ")).append(".\n");
    text.append("  # ").append(alarms(suggestion)).append(".\n");
    text.append("  - name: ").append(measure.rule()).append('\n');
    text.append("    type: ").append(measure.type()).append('\n');
    text.append("    condition: ").append(measure.condition(suggestion.threshold())).append('\n');
    if (measure.minSamples() > 0) {
      text.append("    min_samples: ").append(measure.minSamples()).append('\n');
    }
    return text.append("    severity: ").append(measure.severity()).append("\n\n").toString();
  }

  private static String alarms(Suggestion suggestion) {
    String operator = suggestion.measure().condition("").strip();
    String sign = operator.substring(operator.length() - 1);
    return suggestion.alarms().entrySet().stream()
        .map(each -> sign + " " + each.getKey() + ": " + alerts(each))
        .collect(Collectors.joining(", "));
  }

  private static String alerts(Map.Entry<String, Long> counted) {
    return counted.getValue() == 1 ? "1 alert" : counted.getValue() + " alerts";
  }

  private static String rule(Silence silence) {
    return """
      # The longest time between two calls was %s.
      - name: no_calls
        type: reliability
        condition: absent(count() over %s)
        severity: critical
    """
        .formatted(Durations.text(silence.longest()), silence.length());
  }
}
