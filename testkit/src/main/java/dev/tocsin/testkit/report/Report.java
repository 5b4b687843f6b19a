package dev.tocsin.testkit.report;

import dev.tocsin.json.Json;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.BacktestJson;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.run.TraceRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A replay as one HTML file that needs nothing else and loads nothing: alerts over plots of what
 * their rules read, with thresholds, deployments and injected faults; costs, scores, and tables.
 * Immutable; the same replay gives the same bytes.
 */
public final class Report {
  /** More alerts and messages than this are left out, with a note. */
  public static final int MOST_ROWS = 5_000;

  private final ReportSubject subject;
  private final Map<String, @Nullable Object> json;

  private Report(ReportSubject subject, Map<String, @Nullable Object> json) {
    this.subject = subject;
    this.json = json;
  }

  /**
   * Of a replay. Runs it again, since only then it is known which groups are to be drawn, and in
   * which span: takes as long as it did.
   *
   * @param first what the rules did
   * @param again the same, configured alike and not run yet; its stops, watches and listeners are
   *     set here
   * @throws dev.tocsin.replay.TraceException when the trace cannot be read again
   */
  public static Report of(ReportSubject subject, Replay first, TraceRun again) {
    TimeGrid grid = TimeGrid.of(first.start(), first.end());
    RuleLines lines = new RuleLines(first);
    Traffic traffic = new Traffic(grid);
    Scores scores = new Scores(grid);
    Deployments deployments = new Deployments();
    again
        .stops(grid.ends())
        .watches(List.of(lines))
        .listeners(List.of(traffic, scores, deployments))
        .run();
    Backtest backtest = Backtest.of(first);
    Headline headline = new Headline(first, backtest);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", subject.kind().label());
    json.put("title", subject.title());
    json.put("rules_file", subject.rules());
    json.put("trace", first.trace());
    json.put("zone", first.zone().getId().equals("Z") ? "UTC" : first.zone().getId());
    json.put("from", first.start().toEpochMilli());
    json.put("until", first.end().toEpochMilli());
    json.put("headline", headline.figures());
    json.put("notes", Stream.concat(headline.notes().stream(), cut(first, backtest)).toList());
    json.put("failures", subject.failures().stream().map(FailureJson::of).toList());
    json.put("marks", marks(subject, first, deployments));
    json.put("rules", rules(lines, new RuleSpans(first), backtest));
    json.put("alerts", AlertJson.of(first, MOST_ROWS));
    json.put("messages", MessageJson.of(first.messages(), MOST_ROWS));
    json.put("traffic", traffic.json());
    json.put("models", traffic.models(first.summary().models()));
    json.put("quality", scores.json());
    json.put(
        "backtest",
        subject
            .judgement()
            .map(each -> BacktestJson.of(backtest, each.detection(), each.sweep()))
            .orElse(null));
    return new Report(subject, json);
  }

  private static Stream<String> cut(Replay replay, Backtest backtest) {
    return Stream.concat(
        cut("alerts", backtest.alerts().size()), cut("messages", replay.messages().size()));
  }

  private static Stream<String> cut(String what, int size) {
    return size > MOST_ROWS
        ? Stream.of("Of %,d %s the first %,d are listed".formatted(size, what, MOST_ROWS))
        : Stream.empty();
  }

  /** A backtest has its rules in the order of the plan. */
  private static List<Map<String, @Nullable Object>> rules(
      RuleLines lines, RuleSpans spans, Backtest backtest) {
    return lines.rules().stream()
        .map(
            drawn ->
                RuleJson.of(
                    drawn,
                    backtest.rules().get(drawn.rule().index()),
                    spans.json(lines.changes(drawn.rule().name()))))
        .toList();
  }

  private static List<Map<String, @Nullable Object>> marks(
      ReportSubject subject, Replay replay, Deployments deployments) {
    List<Replay.Mark> incidents =
        subject.judgement().flatMap(Judgement::detection).stream()
            .flatMap(detection -> detection.incidents().stream())
            .map(Detection.Noticed::incident)
            .map(each -> new Replay.Mark(each.from(), each.until(), each.name()))
            .toList();
    return Stream.of(
            MarkJson.of("deployment", deployments.marks()),
            MarkJson.of("fault", replay.marks()),
            MarkJson.of("incident", incidents))
        .flatMap(each -> each)
        .toList();
  }

  /**
   * Writes the file: whole or not at all. Missing folders are made.
   *
   * @throws IOException when it cannot be written; an older file is then as it was
   */
  public void writeTo(Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          HtmlPage.write(Json.of(json), subject.title(), text);
          text.flush();
        });
  }
}
