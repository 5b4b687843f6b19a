package dev.tocsin.cli.init;

import dev.tocsin.cli.init.Measure.Side;
import dev.tocsin.plan.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The measures that make sense for what a trace has; some of them may turn out to have no data. */
final class Measures {
  private static final int MOST_FEATURES = 20;

  /** Of fewer calls a p99 is the slowest of them. */
  private static final int LEAST_FOR_P99 = 100;

  /** Names of scores that conditions can write behind {@code score.}. */
  private static final Pattern SCORE = Pattern.compile("[_\\p{L}0-9]+(\\.[_\\p{L}0-9]+)*");

  /** Scores of which more is worse. */
  private static final Set<String> BAD_WHEN_HIGH =
      Set.of(
          "bias",
          "error",
          "hallucination",
          "harmfulness",
          "jailbreak",
          "maliciousness",
          "pii",
          "prompt_injection",
          "refusal",
          "toxicity");

  private final TraceContents contents;
  private final Window window;
  private final Window longer;
  private final List<Measure> all = new ArrayList<>();

  private Measures(TraceContents contents) {
    this.contents = contents;
    this.window = Window.holding(2 * Measure.LEAST_SAMPLES, contents.spacing());
    this.longer = window.longer();
  }

  static List<Measure> of(TraceContents contents) {
    return new Measures(contents).all();
  }

  /** What the rule for a score is called. */
  static String ruleOf(String score) {
    return "score_" + score;
  }

  static boolean canBeNamed(String score) {
    return SCORE.matcher(score).matches();
  }

  private List<Measure> all() {
    all.add(
        Measure.level(
            Measure.ERROR_RATE,
            "reliability",
            "critical",
            "ratio(status != \"ok\") over " + window.written(),
            Bounds.SHARE,
            Side.ABOVE));
    latencies();
    costs();
    contents
        .scores()
        .forEach(
            (score, range) -> {
              if (canBeNamed(score)) {
                all.add(score(score, range.bounds()));
              }
            });
    if (contents.tasks()) {
      all.add(
          Measure.level(
              "task_completion",
              "quality",
              "warning",
              "ratio(task_completed) over " + window.written(),
              Bounds.SHARE,
              Side.BELOW));
    }
    all.add(
        Measure.total(
            "many_calls",
            "reliability",
            "info",
            "count() over " + window.written(),
            window.length()));
    return all;
  }

  private void latencies() {
    all.add(latency("p95", "warning", window, Measure.LEAST_SAMPLES));
    Window many = Window.holding(2 * LEAST_FOR_P99, contents.spacing());
    all.add(latency("p99", "info", many.compareTo(longer) < 0 ? longer : many, LEAST_FOR_P99));
    if (contents.features().size() > 1 && contents.features().size() <= MOST_FEATURES) {
      all.add(
          new Measure(
              "latency_p95_by_feature",
              "performance",
              "info",
              "p95(latency) where status == \"ok\" by feature over " + longer.written(),
              Bounds.NONE,
              Side.ABOVE,
              Duration.ZERO,
              Measure.LEAST_SAMPLES,
              groups("feature", contents.features()),
              false));
    }
  }

  private static Measure latency(
      String percentile, String severity, Window window, int minSamples) {
    return new Measure(
        "latency_" + percentile,
        "performance",
        severity,
        percentile + "(latency) where status == \"ok\" over " + window.written(),
        Bounds.NONE,
        Side.ABOVE,
        Duration.ZERO,
        minSamples,
        List.of(Group.ALL),
        false);
  }

  private void costs() {
    Duration hour = Duration.ofHours(1);
    Duration day = Duration.ofDays(1);
    all.add(Measure.total("hourly_cost", "cost", "warning", "sum(cost) over 1h", hour));
    all.add(Measure.total("daily_cost", "cost", "critical", "sum(cost) per day", day));
    if (contents.users().size() > 1) {
      all.add(
          new Measure(
              "user_daily_cost",
              "cost",
              "warning",
              "sum(cost) where user =~ \".+\" by user per day",
              Bounds.NONE,
              Side.ABOVE,
              day,
              0,
              groups("user", contents.users()),
              true));
    }
  }

  private Measure score(String name, Bounds bounds) {
    return Measure.level(
        ruleOf(name),
        "quality",
        "warning",
        "avg(score." + name + ") over " + longer.written(),
        bounds,
        BAD_WHEN_HIGH.contains(name) ? Side.ABOVE : Side.BELOW);
  }

  private static List<Group> groups(String dimension, Set<String> values) {
    return values.stream().map(value -> new Group(List.of(dimension), List.of(value))).toList();
  }
}
