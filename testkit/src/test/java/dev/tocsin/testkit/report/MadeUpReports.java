package dev.tocsin.testkit.report;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole reports of the kinds that there are. */
final class MadeUpReports {
  private MadeUpReports() {}

  /** A backtest of ten hours with all that a report can have. */
  static MadeUpReport full(int rules) {
    MadeUpReport report = new MadeUpReport("backtest", 600).rules(rules).traffic().marks();
    return report
        .with("headline", headline())
        .with("notes", List.of("Rules that had no data: quality_drop"))
        .with("messages", messages(report, 12))
        .with("backtest", backtest(report));
  }

  /** A run of tests of which two failed. */
  static MadeUpReport failing() {
    MadeUpReport report = new MadeUpReport("test", 30).rules(3).traffic();
    return report.with(
        "failures",
        List.of(
            failure(report, "latency_test.yaml:7:9", "slow_answers fires within 5m of the fault"),
            failure(report, "latency_test.yaml:19:9", "nothing fires before the deployment")));
  }

  /** One in which whatever comes from outside has that text. */
  static MadeUpReport naming(String text) {
    MadeUpReport report = new MadeUpReport("test", 30).traffic();
    return report
        .rule(0, MadeUpReport.Kind.FIRES, text, 1)
        .with("title", text)
        .with("rules_file", text)
        .with("notes", List.of(text))
        .with("marks", List.of(report.mark(text, 0.5, 0.5, text)))
        .with("failures", List.of(failure(report, text, text)))
        .with("headline", List.of(MadeUpReport.figure(text, text)))
        .with(
            "messages",
            List.of(Map.of("at", report.at(0.5), "channel", text, "kind", text, "text", text)));
  }

  static List<Map<String, Object>> messages(MadeUpReport report, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Map.<String, Object>of(
                    "at",
                    report.at((double) i / count),
                    "channel",
                    i % 2 == 0 ? "slack" : "pagerduty",
                    "receiver",
                    "oncall",
                    "kind",
                    i % 2 == 0 ? "firing" : "resolved",
                    "text",
                    "rule_0: p95_latency is 1.84s, above 1.4s (52 calls)\nsince 09:12"))
        .toList();
  }

  private static List<Map<String, Object>> headline() {
    return List.of(
        MadeUpReport.figure("Calls", "18,204"),
        MadeUpReport.figure("Cost", "$39.60"),
        MadeUpReport.figure("Errors", "1.2%"),
        MadeUpReport.figure("Alerts fired", "7"),
        MadeUpReport.figure("Waited", "3"),
        MadeUpReport.figure("Messages", "24"),
        MadeUpReport.figure("Pages", "5"));
  }

  private static Map<String, Object> failure(MadeUpReport report, String place, String expected) {
    return Map.of(
        "place",
        place,
        "expected",
        expected,
        "but",
        "it fired 7m 30s after it",
        "at",
        report.at(0.4),
        "timeline",
        List.of(
            "09:12:00  slow_answers  pending  1.52s > 1.4s",
            "09:19:30  slow_answers  firing   1.84s > 1.4s"));
  }

  private static Map<String, Object> backtest(MadeUpReport report) {
    Map<String, Object> all = new HashMap<>();
    all.put(
        "severities",
        List.of(severity("critical", 2), severity("warning", 3), severity("info", 2)));
    all.put("receivers", List.of(receiver("oncall", 18, 5), receiver("team-search", 6, 0)));
    all.put("noise", Map.of("score", 0.25, "noisy", 2, "short", 1, "flapped", 0, "repeated", 1));
    all.put("alerts", 8);
    all.put(
        "detection",
        Map.of(
            "precision",
            0.857,
            "recall",
            0.5,
            "f1",
            0.632,
            "time_to_detect_s",
            95,
            "rules",
            List.of(),
            "outside",
            List.of("the day after"),
            "noticed",
            List.of(
                incident(report, "INC-204 slow answers", 0.3, "rule_0", 95),
                incident(report, "INC-205 wrong prices", 0.6, null, null))));
    all.put(
        "sweep",
        Map.of(
            "rule", "rule_0",
            "what", "threshold",
            "current", "1.4s",
            "refused", List.of(Map.of("value", "3s", "why", "'warning' must be rarer")),
            "points", IntStream.range(0, 7).mapToObj(MadeUpReports::point).toList()));
    return all;
  }

  private static Map<String, Object> severity(String name, int fired) {
    return Map.of(
        "severity",
        name,
        "alerts",
        fired,
        "waited",
        1,
        "firing_s",
        fired * 754,
        "median_firing_s",
        640,
        "longest_firing_s",
        1_210,
        "still_firing",
        fired == 2 ? 1 : 0);
  }

  private static Map<String, Object> receiver(String name, int messages, int pages) {
    return Map.of(
        "receiver", name,
        "messages", messages,
        "pages", pages,
        "pages_by_hour",
            IntStream.range(0, 24).mapToObj(hour -> hour < 8 ? 0 : hour * 5 % 7).toList());
  }

  private static Map<String, Object> incident(
      MadeUpReport report,
      String name,
      double at,
      @Nullable String noticedBy,
      @Nullable Integer after) {
    Map<String, Object> incident = new HashMap<>();
    incident.put("incident", name);
    incident.put("from", Instant.ofEpochMilli(report.at(at)).toString());
    incident.put("until", Instant.ofEpochMilli(report.at(at + 0.15)).toString());
    incident.put("first_rule", noticedBy);
    incident.put("time_to_detect_s", after);
    return Collections.unmodifiableMap(incident);
  }

  private static Map<String, Object> point(int i) {
    Map<String, Object> point = new HashMap<>();
    point.put("value", (10 + i * 2) / 10.0 + "s");
    point.put("alerts", 40 - i * i);
    point.put("firing_s", 4_000 - i * 500);
    point.put("pages", 80 - 2 * i * i);
    point.put(
        "detection", Map.of("precision", Math.min(1, 0.4 + i * 0.1), "recall", i < 5 ? 1 : 0.5));
    return point;
  }
}
