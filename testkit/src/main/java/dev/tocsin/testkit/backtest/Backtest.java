package dev.tocsin.testkit.backtest;

import dev.tocsin.api.Severity;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What rules would have meant to those who are told, had they watched the traffic of a trace.
 * Immutable.
 *
 * @param trace what messages call the trace
 * @param from the stamp of its first event
 * @param until the last tick
 * @param zone of the hours of the day
 * @param events how many of it rules saw
 * @param leftOut what of it they did not see
 * @param alerts all of them, in the order in which they began
 * @param rules every enabled rule in the order of the file
 * @param severities of which there are rules or alerts, the most severe first
 * @param receivers that would have been told anything, those with the most pages first
 * @param noise how much of what fired was noise
 */
public record Backtest(
    String trace,
    Instant from,
    Instant until,
    ZoneId zone,
    long events,
    LeftOut leftOut,
    List<PastAlert> alerts,
    List<RuleTally> rules,
    List<SeverityTally> severities,
    List<ReceiverTally> receivers,
    Noise noise) {
  public Backtest {
    alerts = List.copyOf(alerts);
    rules = List.copyOf(rules);
    severities = List.copyOf(severities);
    receivers = List.copyOf(receivers);
  }

  /** Of what rules did on a trace. */
  public static Backtest of(Replay replay) {
    List<PastAlert> alerts = PastAlert.of(replay);
    List<RuleTally> rules = rules(replay, alerts);
    return new Backtest(
        replay.trace(),
        replay.start(),
        replay.end(),
        replay.zone(),
        replay.summary().events(),
        LeftOut.of(replay.summary()),
        alerts,
        rules,
        severities(rules, alerts, replay.end()),
        ReceiverTallies.of(replay),
        Noise.of(alerts));
  }

  /** All alerts together. */
  public AlertTally all() {
    return AlertTally.of(alerts, until);
  }

  /** How well all of them noticed what did go wrong. */
  public Detection detection(List<LabelledIncident> incidents, Duration slack) {
    return Detection.of(alerts, incidents, slack, from, until);
  }

  private static List<RuleTally> rules(Replay replay, List<PastAlert> alerts) {
    Set<String> withoutData = Set.copyOf(replay.summary().withoutData());
    return replay.plan().rules().stream()
        .map(rule -> rule(rule, replay, alerts, !withoutData.contains(rule.name())))
        .toList();
  }

  private static RuleTally rule(
      RulePlan rule, Replay replay, List<PastAlert> alerts, boolean hadData) {
    String name = rule.name();
    List<PastAlert> own = alerts.stream().filter(alert -> alert.rule().equals(name)).toList();
    long messages =
        replay.messages().stream()
            .filter(
                sent ->
                    sent.message().alerts().stream()
                        .anyMatch(alert -> alert.transition().rule().equals(name)))
            .count();
    long pages =
        replay.messages().stream()
            .filter(sent -> Told.isPage(sent) && sent.tellsFiring(name))
            .count();
    AlertTally tally = AlertTally.of(own, replay.end());
    return new RuleTally(name, rule.severity(), tally, messages, pages, hadData);
  }

  private static List<SeverityTally> severities(
      List<RuleTally> rules, List<PastAlert> alerts, Instant end) {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .filter(
            severity ->
                rules.stream().anyMatch(rule -> rule.severity() == severity)
                    || alerts.stream().anyMatch(alert -> alert.severity() == severity))
        .map(
            severity ->
                new SeverityTally(
                    severity,
                    AlertTally.of(
                        alerts.stream().filter(alert -> alert.severity() == severity).toList(),
                        end)))
        .toList();
  }
}
