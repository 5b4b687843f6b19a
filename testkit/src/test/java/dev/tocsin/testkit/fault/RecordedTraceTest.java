package dev.tocsin.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.WrittenTrace;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Incidents put into traffic that was recorded. */
class RecordedTraceTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root")).resolve("examples");
  private static final String PRIME = "llmdrift-prime-gpt4-dense.jsonl.gz";
  private static final String OPINIONS = "llmdrift-opinionqa-gpt35-dense.jsonl.gz";
  private static final String AZURE = "azure-conv-2023.jsonl.gz";

  @Test
  void callsThatTakeTwiceAsLongMakeALatencyRuleFire() throws IOException {
    String fault = "{at: 10:10, for: 10m, multiply: {latency: 2}}";

    assertThat(firings(run(OPINIONS), "slower_opinions"))
        .allMatch(time -> time.isAfter(Instant.parse("2023-03-14T10:30:00Z")));
    Replay replay = run(OPINIONS, fault);
    assertThat(firings(replay, "slower_opinions").get(0))
        .isBetween("2023-03-14T10:11:00Z", "2023-03-14T10:20:00Z");
    assertThat(replay.marks())
        .containsExactly(
            new Replay.Mark(
                Instant.parse("2023-03-14T10:10:00Z"),
                Instant.parse("2023-03-14T10:20:00Z"),
                "latency x 2"));
  }

  @Test
  void onlyTheCallsOfTheStatementAreSlower() throws IOException {
    String slow = "{at: 10:28, for: 8m, where: {prompt_version: %s}, multiply: {latency: 30}}";

    assertThat(firings(run(PRIME, slow.formatted("2023-03")), "latency_degradation")).hasSize(1);
    assertThat(firings(run(PRIME, slow.formatted("2023-06")), "latency_degradation"))
        .hasSize(2)
        .last()
        .satisfies(time -> assertThat(time).isAfter("2023-03-14T10:28:00Z"));
  }

  @Test
  void costsOfThePriceListAreMultiplied() throws IOException {
    BigDecimal whole = run(AZURE).summary().costUsd();

    assertThat(run(AZURE, "{multiply: {cost: 10}}").summary().costUsd())
        .isEqualByComparingTo(whole.multiply(BigDecimal.TEN));
    assertThat(run(AZURE, "{at: 18:30, for: 5m, multiply: {cost: 10}}").summary().costUsd())
        .isBetween(whole.multiply(new BigDecimal("1.2")), whole.multiply(new BigDecimal("3")));
  }

  @Test
  void aSurgeFiresWhereTheSameCallsTwiceDoNot() throws IOException {
    Replay twice = run(AZURE, "{at: 18:20, for: 10m, duplicate: true}");
    Replay surge = run(AZURE, "{at: 18:20, for: 10m, repeat: 3}");

    assertThat(firings(surge, "traffic_surge").get(0)).isBefore("2023-11-16T18:31:00Z");
    assertThat(twice.transitions()).isEqualTo(run(AZURE).transitions());
    assertThat(twice.summary().duplicates())
        .isPositive()
        .isEqualTo((surge.summary().calls() - twice.summary().calls()) / 2);
  }

  @Test
  void whatIsStampedAnHourBackIsLate() throws IOException {
    Replay shifted = run(AZURE, "{at: 18:30, for: 5m, shift: -1h}");
    Replay dropped = run(AZURE, "{at: 18:30, for: 5m, drop: true}");

    assertThat(shifted.summary().late()).isPositive();
    assertThat(shifted.summary().calls()).isEqualTo(dropped.summary().calls());
    assertThat(shifted.transitions()).isEqualTo(dropped.transitions());
  }

  private static List<Instant> firings(Replay replay, String rule) {
    return replay.transitions().stream()
        .filter(each -> each.rule().equals(rule) && each.beginsFiring())
        .map(Transition::time)
        .toList();
  }

  private static Replay run(String trace, String... entries) throws IOException {
    Plan plan = Rules.load(EXAMPLES.resolve("alert_rules_small.yaml"));
    FileTrace recorded =
        new FileTrace(EXAMPLES.resolve("traces").resolve(trace), TraceFormats.discovered());
    Faults faults =
        WrittenTrace.of("inject: [" + String.join(", ", entries) + "]", recorded.start()).faults();
    return TraceRun.of(plan, recorded).edited(faults.edits(), faults.marks()).run();
  }
}
