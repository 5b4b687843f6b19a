package dev.tocsin.testkit.report;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A document as the page takes it, of a size that a test asks for. */
final class MadeUpReport {
  static final long FROM = 1_764_460_800_000L;
  private static final long MINUTE = 60_000;
  private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

  /** A report draws those that nobody can tell apart as one. */
  private static final int MOST_SPANS = 100;

  private final Map<String, Object> document = new HashMap<>();
  private final List<Map<String, Object>> rules = new ArrayList<>();
  private final List<Map<String, Object>> alerts = new ArrayList<>();
  private final long until;

  MadeUpReport(String kind, int minutes) {
    until = FROM + minutes * MINUTE;
    document.put("kind", kind);
    document.put("title", "alert_rules.yaml on week.jsonl.gz");
    document.put("rules_file", "alert_rules.yaml");
    document.put("trace", "week.jsonl.gz");
    document.put("zone", "Europe/Berlin");
    document.put("from", FROM);
    document.put("until", until);
    document.put("rules", rules);
    document.put("alerts", alerts);
    document.put("traffic", null);
    document.put("backtest", null);
    for (String list : List.of("notes", "failures", "marks", "messages", "models", "quality")) {
      document.put(list, List.of());
    }
    document.put(
        "headline",
        List.of(figure("Calls", "18,204"), figure("Cost", "$41.20"), figure("Alerts fired", "7")));
  }

  MadeUpReport with(String key, Object value) {
    document.put(key, value);
    return this;
  }

  /** Fires once for every three rules before it; the others wait, are quiet or have no data. */
  MadeUpReport rules(int count) {
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[i == 0 ? 0 : i % 4];
      rule(i, kind, "rule_" + i, i % 5 == 4 ? 9 : i % 3 == 2 ? 3 : 1);
    }
    return this;
  }

  MadeUpReport rule(int i, Kind kind, String name, int groups) {
    boolean fires = kind == Kind.FIRES;
    String severity = SEVERITIES.get(i % 3);
    rules.add(
        new HashMap<>(
            Map.ofEntries(
                entry("name", name),
                entry("severity", severity),
                entry("type", i % 2 == 0 ? "latency" : "cost"),
                entry("condition", "p95_latency > 1400"),
                entry("for", "1m"),
                entry("channels", List.of("slack", "pagerduty")),
                entry("fired", fires ? 2 : 0),
                entry("waited", kind == Kind.WAITS ? 1 : 0),
                entry("firing_ms", fires ? span() * 3 / 20 : 0),
                entry("messages", fires ? 4 : 0),
                entry("pages", fires ? 1 : 0),
                entry("flaps", 0),
                entry("had_data", kind != Kind.WITHOUT_DATA),
                entry(
                    "panels", kind == Kind.WITHOUT_DATA ? List.of() : List.of(panel(i, groups))))));
    if (fires) {
      alert(name, severity, 0.3 + i % 7 * 0.01, 0.4);
      alert(name, severity, 0.85 + i % 5 * 0.02, i % 2 == 0 ? null : 0.95);
    } else if (kind == Kind.WAITS) {
      alert(name, severity, null, 0.52);
    }
    return this;
  }

  MadeUpReport alerts(int count) {
    for (int i = 0; i < count; i++) {
      double at = (double) i / count;
      alert("rule_0", SEVERITIES.get(i % 3), at, Math.min(1, at + 0.001));
    }
    return this;
  }

  MadeUpReport traffic() {
    int buckets = 120;
    document.put(
        "traffic",
        Map.of(
            "t", times(buckets),
            "width_ms", span() / buckets,
            "calls", wave(buckets, 80, 40, 1),
            "errors", wave(buckets, 3, 3, 5),
            "cost", wave(buckets, 0.4, 0.2, 2),
            "p95_latency", wave(buckets, 900, 600, 3)));
    document.put(
        "models",
        List.of(
            model("gpt-5", 9_120, 28.4, buckets),
            model("claude-sonnet-4", 6_010, 11.2, buckets),
            model("a-local-model", 3_074, null, buckets)));
    document.put(
        "quality", List.of(quality("answer_relevance", 0.82), quality("faithfulness", 0.91)));
    return this;
  }

  MadeUpReport marks() {
    return with(
        "marks",
        List.of(
            mark("deployment", 0.2, 0.2, "support v8"),
            mark("fault", 0.28, 0.42, "latency of gpt-5 x3"),
            mark("incident", 0.3, 0.45, "INC-204 slow answers"),
            mark("deployment", 0.46, 0.46, "support v9")));
  }

  String json() {
    for (Map<String, Object> rule : rules) {
      rule.put("spans", spans(rule.get("name")));
    }
    try {
      return new ObjectMapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> spans(@Nullable Object rule) {
    List<Map<String, Object>> pending = new ArrayList<>();
    List<Map<String, Object>> firing = new ArrayList<>();
    for (Map<String, Object> alert : alerts) {
      Object fired = alert.get("fired");
      Object ended = alert.get("ended");
      if (Objects.equals(alert.get("rule"), rule) && pending.size() < MOST_SPANS) {
        pending.add(span(alert.get("pending"), fired == null ? ended : fired, alert));
        if (fired != null) {
          firing.add(span(fired, ended, alert));
        }
      }
    }
    return Map.of("pending", pending, "firing", firing);
  }

  private Map<String, Object> span(
      @Nullable Object from, @Nullable Object ended, Map<String, Object> alert) {
    return Map.of(
        "from",
        Objects.requireNonNull(from),
        "until",
        ended == null ? until : ended,
        "open",
        ended == null,
        "severity",
        Objects.requireNonNull(alert.get("severity")));
  }

  long at(double share) {
    return FROM + (long) (span() * share);
  }

  static Map<String, Object> figure(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  Map<String, Object> mark(String kind, double from, double until, String text) {
    return Map.of("kind", kind, "from", at(from), "until", at(until), "text", text);
  }

  private void alert(String rule, String severity, @Nullable Double fired, @Nullable Double ended) {
    Map<String, Object> alert = new HashMap<>();
    double start = fired == null ? 0.5 : fired;
    alert.put("rule", rule);
    alert.put("group", "");
    alert.put("severity", severity);
    alert.put("pending", at(start - 0.015));
    alert.put("fired", fired == null ? null : at(fired));
    alert.put("ended", ended == null ? null : at(ended));
    alert.put("term", "p95_latency");
    alert.put("operator", ">");
    alert.put("value", 1_500.0 + alerts.size() * 7 % 900);
    alert.put("threshold", 1_400);
    alert.put("unit", "duration");
    alert.put("samples", 40 + alerts.size());
    alert.put("flapped", false);
    alert.put("receivers", List.of("oncall"));
    alerts.add(alert);
  }

  private Map<String, Object> panel(int seed, int groups) {
    List<Map<String, Object>> series =
        IntStream.range(0, groups)
            .mapToObj(
                group ->
                    Map.<String, Object>of(
                        "group",
                        groups == 1 ? "" : "user=u" + group + ", model=gpt-5",
                        "t",
                        times(240),
                        "v",
                        wave(240, 900 + group * 30, 600, seed + group),
                        "threshold",
                        1_400))
            .toList();
    return Map.of(
        "term", "p95_latency",
        "operator", ">",
        "unit", "duration",
        "series", series,
        "more_groups", groups > 5 ? 12 : 0);
  }

  private Map<String, Object> model(String name, int calls, @Nullable Double cost, int buckets) {
    Map<String, Object> model = new HashMap<>();
    model.put("model", name);
    model.put("calls", calls);
    model.put("cost", cost);
    model.put("unpriced", cost == null ? calls : 0);
    model.put(
        "cost_over_time",
        wave(buckets, cost == null ? 0 : cost / buckets, cost == null ? 0 : cost / buckets, calls));
    return model;
  }

  private Map<String, Object> quality(String name, double mean) {
    return Map.of(
        "name", name,
        "t", times(60),
        "mean", wave(60, mean, 0.08, name.length()),
        "count", IntStream.range(0, 60).map(i -> 5 + i % 7).boxed().toList());
  }

  private List<Long> times(int count) {
    return IntStream.range(0, count).mapToObj(i -> FROM + span() * i / count).toList();
  }

  /** Around a mean, with a swell between 0.28 and 0.42 and towards the end. */
  private static List<Double> wave(int count, double mean, double height, int seed) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double at = (double) i / count;
              double swell = (at > 0.28 && at < 0.42) || at > 0.84 ? 1.0 : 0.0;
              double ripple = Math.sin(i * 0.7 + seed) * 0.2 + Math.sin(i * 0.13 + seed * 3) * 0.25;
              return Math.max(0, mean + height * (swell + ripple));
            })
        .toList();
  }

  private long span() {
    return until - FROM;
  }

  /** What a rule of the report does. */
  enum Kind {
    FIRES,
    WAITS,
    IS_QUIET,
    WITHOUT_DATA
  }
}
