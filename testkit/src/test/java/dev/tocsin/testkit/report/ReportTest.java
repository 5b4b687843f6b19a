package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.Rules;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  private final List<String> lines = new ArrayList<>();

  private void call(int second, String rest) {
    lines.add("{\"time\":\"%s\",%s}".formatted(START.plusSeconds(second), rest));
  }

  private TraceRun run(Plan plan) throws IOException {
    Path file = Files.write(folder.resolve("trace.jsonl"), lines);
    return TraceRun.of(plan, new FileTrace(file, TraceFormats.discovered()));
  }

  private JsonNode report(String rules) throws IOException {
    Plan plan = Rules.parse("rules.yaml", rules);
    Report report = Report.of(ReportSubject.replay("rules.yaml", "t"), run(plan).run(), run(plan));
    Path file = folder.resolve("report.html");
    report.writeTo(file);
    return Reported.in(file);
  }

  private static List<Double> numbers(JsonNode array) {
    return IntStream.range(0, array.size())
        .mapToObj(at -> array.get(at).isNull() ? Double.NaN : array.get(at).asDouble())
        .toList();
  }

  private static double sum(JsonNode array) {
    return numbers(array).stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void addsUpToWhatTheTraceHas() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      String model = i % 3 == 0 ? "big" : "small";
      call(
          i,
          "\"model\":\"%s\",\"cost_usd\":0.01,\"latency_ms\":100,\"status\":\"%s\",\"scores\":{\"tone\":%s}"
              .formatted(model, i % 10 == 0 ? "error" : "ok", i % 2 == 0 ? "1" : "0"));
    }
    call(3_000, "\"model\":\"nobody-knows\",\"task_completed\":true,\"feedback\":\"down\"");

    JsonNode report = report("rules: [{name: never, condition: daily_cost > 1000}]");

    JsonNode traffic = report.get("traffic");
    assertThat(sum(traffic.get("calls"))).isEqualTo(3_001);
    assertThat(sum(traffic.get("errors"))).isEqualTo(300);
    assertThat(sum(traffic.get("cost"))).isCloseTo(30, within(1e-9));
    assertThat(numbers(traffic.get("p95_latency")).get(0)).isEqualTo(100.0);
    assertThat(report.get("models").findValuesAsText("model"))
        .containsExactly("small", "big", "nobody-knows");
    assertThat(report.get("models").get(1).get("cost").decimalValue()).isEqualByComparingTo("10");
    assertThat(sum(report.get("models").get(1).get("cost_over_time"))).isCloseTo(10, within(1e-9));
    assertThat(report.get("models").get(2).get("cost").isNull()).isTrue();
    assertThat(report.get("quality").findValuesAsText("name"))
        .containsExactly("tone", "feedback up", "task_completed");
    assertThat(numbers(report.get("quality").get(0).get("mean")).get(0)).isEqualTo(0.5);
    assertThat(report.at("/headline/2/value").asText()).isEqualTo("$30.00");
    assertThat(report.get("notes").get(0).asText())
        .isEqualTo("1 calls have no known price and are not in the cost");
  }

  @Test
  void showsWhatEveryRuleReadAtEveryChangeOfItsAlerts() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      call(i, "\"latency_ms\":" + (i % 500 > 450 ? 5_000 : 100));
    }
    String rules =
        """
        rules:
          - {name: slow, condition: max(latency) over 10s > 2s, for: 3s, channels: [slack]}
        """;
    Plan plan = Rules.parse("rules.yaml", rules);
    Replay replay = run(plan).run();

    JsonNode report = report(rules);

    JsonNode series = report.at("/rules/0/panels/0/series/0");
    assertThat(series.get("threshold").asDouble()).isEqualTo(2_000);
    List<Double> times = numbers(series.get("t"));
    List<Double> values = numbers(series.get("v"));
    assertThat(times).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(400);
    for (Transition each : replay.transitions()) {
      int at = times.indexOf((double) each.time().toEpochMilli());
      assertThat(at).as("%s", each).isNotNegative();
      assertThat(values.get(at)).isEqualTo(each.decisive().value());
    }
    assertThat(report.get("alerts")).hasSize(4);
    JsonNode first = report.at("/alerts/0");
    assertThat(Instant.ofEpochMilli(first.get("pending").asLong()))
        .isEqualTo(START.plusSeconds(452));
    assertThat(first.get("fired").asLong() - first.get("pending").asLong()).isEqualTo(3_000);
    assertThat(first.get("receivers").get(0).asText()).isEqualTo("slack");
    assertThat(report.at("/alerts/3/ended").isNull()).isTrue();
  }

  @Test
  void saysConditionsAsTheyAreWithParametersFilledIn() throws IOException {
    call(0, "\"latency_ms\":1");

    JsonNode report =
        report(
            """
            parameters: {limit: {default: 3s}}
            rules:
              - {name: one, condition: "p95( latency )  over 10m>$(limit)"}
              - {name: two, condition: p95(latency) over 10m, warning: "> 3s", critical: "> 4s"}
            """);

    assertThat(report.get("rules").findValuesAsText("condition"))
        .containsExactly(
            "p95(latency) over 10m > 3s", "p95(latency) over 10m: warning > 3s, critical > 4s");
  }

  @Test
  void alertOfSeveralSeveritiesIsDrawnInThem() throws IOException {
    for (int i = 0; i < 400; i++) {
      call(i, "\"latency_ms\":" + (i < 100 || i > 300 ? 100 : i < 200 ? 3_500 : 4_500));
    }

    JsonNode rule =
        report(
                """
                rules:
                  - {name: two, condition: max(latency) over 10s, warning: "> 3s", critical: "> 4s"}
                """)
            .at("/rules/0");

    assertThat(rule.get("severity").asText()).isEqualTo("critical");
    assertThat(rule.get("severities").toString()).isEqualTo("[\"warning\",\"critical\"]");
    JsonNode firing = rule.at("/spans/firing");
    assertThat(firing.findValuesAsText("severity")).containsExactly("warning", "critical");
    assertThat(firing.get(0).get("until")).isEqualTo(firing.get(1).get("from"));
    assertThat(Instant.ofEpochMilli(firing.get(1).get("from").asLong()))
        .isEqualTo(START.plusSeconds(201));
    assertThat(firing.get(1).get("open").asBoolean()).isFalse();
  }

  @Test
  void drawsAllAlertsAlsoWhereNotAllAreListed() throws IOException {
    int users = Report.MOST_ROWS + 500;
    for (int user = 0; user < users; user++) {
      call(user / 2, "\"user\":\"u%d\",\"cost_usd\":2".formatted(user));
    }

    JsonNode report = report("rules: [{name: dear, condition: sum(cost) by user per day > $1}]");

    assertThat(report.get("alerts")).hasSize(Report.MOST_ROWS);
    assertThat(report.get("notes").toString())
        .contains("Of 5,500 alerts the first 5,000 are listed");
    JsonNode firing = report.at("/rules/0/spans/firing");
    assertThat(firing).hasSize(1);
    assertThat(firing.get(0).get("until")).isEqualTo(report.get("until"));
    assertThat(firing.get(0).get("open").asBoolean()).isTrue();
  }

  @Test
  void drawsGroupsWithAlertsFirstAndSaysHowManyAreLeft() throws IOException {
    for (int user = 0; user < 20; user++) {
      call(user, "\"user\":\"u%02d\",\"cost_usd\":2".formatted(user));
      call(user, "\"user\":\"quiet%02d\",\"cost_usd\":0.5".formatted(user));
    }

    JsonNode report =
        report(
            """
            rules:
              - {name: dear, condition: sum(cost) by user per day > $1}
              - {name: dearer, condition: sum(cost) by user per day > $100}
            """);

    JsonNode dear = report.at("/rules/0/panels/0");
    assertThat(dear.get("series").findValuesAsText("group"))
        .hasSize(DrawnRule.MOST_GROUPS)
        .contains("user=u00", "user=u11")
        .noneMatch(group -> group.contains("quiet"));
    assertThat(dear.get("more_groups").asInt()).isEqualTo(8);
    assertThat(report.at("/rules/1/panels/0/series")).hasSizeBetween(1, 5);
  }

  @Test
  void marksDeploymentsAndFaults() throws IOException {
    call(0, "\"latency_ms\":1");
    call(30, "\"type\":\"deployment\",\"prompt\":\"support\",\"version\":\"v8\"");
    call(60, "\"latency_ms\":1");
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: slow, condition: p95_latency > 2s, window: 1m}]");
    Replay.Mark fault =
        new Replay.Mark(START.plusSeconds(10), START.plusSeconds(20), "latency x 20");
    Replay first = run(plan).edited(source -> source, List.of(fault)).run();
    Failure failure =
        new Failure("x_test.yaml:3:4", "slow fires", "it never did", Optional.empty(), List.of());
    Path file = folder.resolve("deep/below/report.html");

    Report.of(ReportSubject.test("slow", "rules.yaml", List.of(failure)), first, run(plan))
        .writeTo(file);

    JsonNode report = Reported.in(file);
    assertThat(report.get("marks").findValuesAsText("text"))
        .containsExactly("support v8", "latency x 20");
    assertThat(report.at("/marks/1/until").asLong() - report.at("/marks/1/from").asLong())
        .isEqualTo(10_000);
    assertThat(report.at("/failures/0/but").asText()).isEqualTo("it never did");
  }

  @Test
  void sameReplayGivesTheSameBytes() throws IOException {
    call(0, "\"latency_ms\":1");
    call(60, "\"latency_ms\":9000,\"model\":\"</script><b>\"");
    String rules = "rules: [{name: slow, condition: p95_latency > 2s, window: 1m, min_samples: 1}]";

    report(rules);
    byte[] once = Files.readAllBytes(folder.resolve("report.html"));
    report(rules);

    assertThat(Files.readAllBytes(folder.resolve("report.html"))).isEqualTo(once);
  }

  @Test
  void fileIsWrittenWholeOrNotAtAll() throws IOException {
    call(0, "\"latency_ms\":1");
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: slow, condition: p95_latency > 2s, window: 1m}]");
    Report report = Report.of(ReportSubject.replay("rules.yaml", "t"), run(plan).run(), run(plan));
    Path file = Files.writeString(folder.resolve("a-file"), "old");

    assertThatThrownBy(() -> report.writeTo(file.resolve("report.html")))
        .isInstanceOf(FileSystemException.class);
    assertThat(file).hasContent("old");
    report.writeTo(file);
    assertThat(Reported.in(file).get("kind").asText()).isEqualTo("replay");
    assertThat(folder).isDirectoryNotContaining("glob:**part");
  }
}
