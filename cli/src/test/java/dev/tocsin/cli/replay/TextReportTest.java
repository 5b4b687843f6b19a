package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.cli.Golden;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.replay.BadLine;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.replay.ReplaySummary.ModelTotal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static final ReplayInput INPUT =
      new ReplayInput(
          Path.of("examples/alert_rules.yaml"), Alerts.RULES, Path.of("week.jsonl.gz"), 1_234_567);
  private static final List<ModelTotal> MODELS =
      List.of(
          new ModelTotal("gpt-4o", 12_000, new BigDecimal("80.121325"), 0),
          new ModelTotal("gpt-4o-mini", 7_246, new BigDecimal("16.67"), 0),
          new ModelTotal("(none)", 120, BigDecimal.ZERO, 120));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(ints = {80, 100})
  void tellsWhatFiredAndWhatStayedSilent(int width) {
    List<Transition> story =
        List.of(
            Alerts.errors(0.0811).firing("2026-10-03T10:16:00Z"),
            Alerts.drift("latency", 0.5512).firing("2026-10-03T10:17:00Z"),
            Alerts.errors(0.031).resolved("2026-10-03T10:21:30Z", "2026-10-03T10:16:00Z"));
    ReplaySummary summary =
        summary(MODELS, Map.of("error_rate_spike", 1L, "model_drift", 1L), story.subList(1, 2));
    Golden.compare("report-" + width, report(width, story, 132, summary));
  }

  @Test
  void saysThatNothingFired() {
    Golden.compare("report-nothing", report(100, List.of(), 0, quiet(MODELS.subList(0, 1))));
  }

  @Test
  void leavesOutTheCostOfATraceWithoutCalls() {
    ReplaySummary summary =
        new ReplaySummary(
            3,
            0,
            0,
            0,
            0,
            3,
            Instant.EPOCH,
            Instant.EPOCH,
            BigDecimal.ZERO,
            0,
            0,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Duration.ofMillis(5),
            "native",
            Map.of());
    Golden.compare("report-scores-only", report(100, List.of(), 0, summary));
  }

  @Test
  void sumsUpModelsPastTheFirstTwenty() {
    List<ModelTotal> models =
        IntStream.rangeClosed(1, 23)
            .mapToObj(i -> new ModelTotal("model-" + i, 10, new BigDecimal("0.0042"), i % 2 * 10L))
            .toList();
    Golden.compare("report-many-models", report(100, List.of(), 0, quiet(models)));
  }

  private String report(int width, List<Transition> story, int badLines, ReplaySummary summary) {
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    TextReport report =
        new TextReport(
            new StyledOutput(stream, false, width),
            TimelineMode.BRIEF,
            new SkippedLines(2),
            false,
            false);
    report.begin(INPUT);
    for (int line = 1; line <= badLines; line++) {
      report.badLine(new BadLine("week.jsonl.gz", line, "not JSON: unexpected 'x' at column 1"));
    }
    story.forEach(report::transition);
    report.end(summary);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ReplaySummary quiet(List<ModelTotal> models) {
    return summary(models, Map.of(), List.of());
  }

  private static ReplaySummary summary(
      List<ModelTotal> models, Map<String, Long> fired, List<Transition> stillFiring) {
    long calls = models.stream().mapToLong(ModelTotal::calls).sum();
    boolean noisy = !fired.isEmpty();
    Map<String, Long> firings = new LinkedHashMap<>();
    Alerts.RULES.forEach(rule -> firings.put(rule.name(), fired.getOrDefault(rule.name(), 0L)));
    return new ReplaySummary(
        calls + (noisy ? 5 : 0),
        calls,
        noisy ? 132 : 0,
        noisy ? 3 : 0,
        noisy ? 1 : 0,
        noisy ? 1 : 0,
        Instant.parse("2026-10-03T10:15:00Z"),
        Instant.parse(noisy ? "2026-10-10T09:14:58Z" : "2026-10-03T11:14:58Z"),
        models.stream().map(ModelTotal::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add),
        models.stream().mapToLong(ModelTotal::unpriced).sum(),
        0,
        models,
        firings,
        noisy ? List.of("user_spend") : List.of(),
        stillFiring,
        Duration.ofMillis(1_240),
        "native",
        Map.of());
  }
}
