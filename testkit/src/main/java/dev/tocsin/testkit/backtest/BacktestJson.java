package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as JSON, of which docs/command-line.md names the keys. Names that end in _s are
 * seconds.
 */
public final class BacktestJson {
  private static final double MILLIS = 1_000;

  private BacktestJson() {}

  /**
   * All of it.
   *
   * @param detection how well incidents were noticed, where they are known
   * @param sweep what a rule does with other numbers, where that was asked for
   */
  public static Map<String, @Nullable Object> of(
      Backtest backtest, Optional<Detection> detection, Optional<Sweep> sweep) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "backtest");
    json.put("trace", backtest.trace());
    json.put("from", backtest.from().toString());
    json.put("until", backtest.until().toString());
    json.put("zone", backtest.zone().getId());
    json.put("events", backtest.events());
    json.putAll(leftOut(backtest.leftOut()));
    json.putAll(tally(backtest.all()));
    json.put("noise", noise(backtest.noise()));
    json.put("severities", backtest.severities().stream().map(BacktestJson::severity).toList());
    json.put("rules", backtest.rules().stream().map(BacktestJson::rule).toList());
    json.put("receivers", backtest.receivers().stream().map(BacktestJson::receiver).toList());
    detection.ifPresent(each -> json.put("detection", DetectionJson.of(each)));
    sweep.ifPresent(each -> json.put("sweep", SweepJson.of(each)));
    return json;
  }

  /** With fractions where there are any. */
  public static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS;
  }

  /** What of the trace no rule saw. */
  public static Map<String, Long> leftOut(LeftOut leftOut) {
    Map<String, Long> json = new LinkedHashMap<>();
    json.put("skipped", leftOut.skipped());
    json.put("late", leftOut.late());
    json.put("duplicates", leftOut.duplicates());
    return json;
  }

  /** What some alerts came to. */
  public static Map<String, @Nullable Object> tally(AlertTally tally) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("alerts", tally.alerts());
    json.put("waited", tally.waited());
    json.put("still_firing", tally.stillFiring());
    json.put("flapped", tally.flapped());
    boolean fired = tally.alerts() > 0;
    json.put("firing_s", seconds(tally.firing().total()));
    json.put("median_firing_s", fired ? seconds(tally.firing().median()) : null);
    json.put("longest_firing_s", fired ? seconds(tally.firing().longest()) : null);
    return json;
  }

  private static Map<String, @Nullable Object> noise(Noise noise) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("score", DetectionJson.number(noise.score()));
    json.put("noisy", noise.noisy());
    json.put("short", noise.brief());
    json.put("flapped", noise.flapped());
    json.put("repeated", noise.repeated());
    return json;
  }

  private static Map<String, @Nullable Object> severity(SeverityTally severity) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("severity", severity.severity().label());
    json.putAll(tally(severity.tally()));
    return json;
  }

  private static Map<String, @Nullable Object> rule(RuleTally rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", rule.rule());
    json.put("severity", rule.severity().label());
    json.put("had_data", rule.hadData());
    json.putAll(tally(rule.tally()));
    json.put("messages", rule.messages());
    json.put("pages", rule.pages());
    return json;
  }

  private static Map<String, @Nullable Object> receiver(ReceiverTally receiver) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("receiver", receiver.receiver());
    json.put("channel", receiver.channel());
    json.put("messages", receiver.messages());
    json.put("pages", receiver.pages());
    json.put("pages_by_hour", receiver.pagesByHour());
    return json;
  }
}
