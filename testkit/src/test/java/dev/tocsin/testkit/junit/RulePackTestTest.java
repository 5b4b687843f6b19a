package dev.tocsin.testkit.junit;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Call;
import dev.tocsin.testkit.Golden;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.engine.TestEngine;
import dev.tocsin.testkit.report.Reported;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackTestTest {
  private static final String RULES = "rulepack/rules.yaml";
  private static final String SPIKE = "rulepack/traces/spike.jsonl";

  static class OnOneTrace {
    @RulePackTest(rules = RULES, trace = SPIKE, until = "10:05")
    void spikePages(Replay replay) {
      assertThat(replay)
          .alert("slow")
          .firedAt("10:00:21")
          .wasSentTo("slack")
          .performed("rollback")
          .thenResolved();
      assertThat(replay.end()).isEqualTo(Instant.parse("2026-03-01T10:05:00Z"));
    }
  }

  @Test
  void replayIsInjected() {
    Launched launched = Launched.of(OnOneTrace.class);

    assertThat(launched.failures()).isEmpty();
    assertThat(launched.passed()).containsExactly(SPIKE);
  }

  static class OnEachTrace {
    @RulePackTest(
        rules = "src/test/resources/rulepack/rules.yaml",
        traces = {"rulepack/traces/*.jsonl", "src/test/resources/rulepack/**/s*.jsonl"},
        drain = true)
    void nothingFires(Replay replay) {
      assertThat(replay).noAlertsFired();
    }
  }

  @Test
  void runsOnceForEachTraceAndFailsWithItsTimeline() {
    Launched launched = Launched.of(OnEachTrace.class);

    assertThat(launched.passed()).containsExactly("rulepack/traces/calm.jsonl");
    assertThat(launched.failures()).hasSize(2);
    Golden.compare("junit/each-trace.txt", launched.failures().get(0));
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RulePackTest(rules = RULES, trace = SPIKE, zone = "Europe/Berlin")
  @interface OnTheSpike {}

  static class WithAnAnnotationOfItsOwn {
    @OnTheSpike
    void inItsZone(Replay replay) {
      assertThat(replay).alert("slow").firedAt("11:00:21").isStillFiring();
    }
  }

  @Test
  void annotationsOfTheirOwnCanStandForIt() {
    Launched launched = Launched.of(WithAnAnnotationOfItsOwn.class);

    assertThat(launched.failures()).isEmpty();
    assertThat(launched.passed()).hasSize(1);
  }

  static class OnAnEngine {
    private boolean prepared;

    @BeforeEach
    void prepare(TestEngine engine) {
      prepared = engine.record(slow(engine));
    }

    @RulePackTest(rules = RULES)
    void engineIsTheSameThroughoutATest(TestEngine engine) {
      assertThat(prepared).isTrue();
      engine.advance(Duration.ofSeconds(2));
      assertThat(engine.replay()).alert("slow").fired().wasSentTo("slack");
    }

    @RulePackTest(rules = RULES, trace = SPIKE)
    void standsBesideTheReplay(Replay replay, TestEngine engine) {
      engine.advance(Duration.ofSeconds(2));
      assertThat(engine.replay().plan().rules()).hasSameSizeAs(replay.plan().rules());
    }

    private static Call slow(TestEngine engine) {
      return engine.call().model("gpt-4o").latency(Duration.ofSeconds(9)).build();
    }
  }

  @Test
  void engineIsInjected() {
    Launched launched = Launched.of(OnAnEngine.class);

    assertThat(launched.failures()).isEmpty();
    assertThat(launched.passed()).containsExactlyInAnyOrder(RULES, SPIKE);
  }

  static class OnBrokenRules {
    @RulePackTest(rules = "rulepack/broken.yaml", trace = SPIKE)
    void neverRuns(Replay replay) {
      assertThat(replay).noAlertsFired();
    }
  }

  @Test
  void brokenRulesFailWithAllThatIsWrong() {
    String failure = Launched.of(OnBrokenRules.class).failures().get(0);

    Golden.compare("junit/broken-rules.txt", failure.replaceAll("/\\S*/rulepack/", "rulepack/"));
  }

  static class WithoutItsFiles {
    @RulePackTest(rules = "rulepack/none.yaml", trace = SPIKE)
    void rules(Replay replay) {}

    @RulePackTest(rules = RULES, trace = "rulepack/traces/none.jsonl")
    void trace(Replay replay) {}

    @RulePackTest(rules = RULES, traces = "rulepack/traces/*.zst")
    void pattern(Replay replay) {}

    @RulePackTest(rules = RULES, trace = "rulepack/traces/empty.jsonl.txt")
    void events(Replay replay) {}

    @RulePackTest(rules = RULES)
    void any(Replay replay) {}

    @RulePackTest(rules = RULES, trace = SPIKE, zone = "Mars/Base")
    void zone(Replay replay) {}

    @RulePackTest(rules = RULES, trace = SPIKE, until = "soon")
    void until(Replay replay) {}
  }

  @Test
  void failuresSayWhatIsMissing() {
    assertThat(Launched.of(WithoutItsFiles.class).failures())
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("rules 'rulepack/none.yaml' not found; looked in /")
                    .contains("test-classes"))
        .anySatisfy(it -> assertThat(it).startsWith("trace 'rulepack/traces/none.jsonl' not found"))
        .anySatisfy(it -> assertThat(it).startsWith("no trace is like 'rulepack/traces/*.zst'"))
        .anySatisfy(it -> assertThat(it).endsWith("empty.jsonl.txt: there is no event in it"))
        .anySatisfy(it -> assertThat(it).startsWith("any asks for a Replay, but names no trace"))
        .anySatisfy(it -> assertThat(it).isEqualTo("zone 'Mars/Base' is none"))
        .anySatisfy(it -> assertThat(it).startsWith("until 'soon' is not a time: write times as"))
        .hasSize(7);
  }

  static class Fails {
    @RulePackTest(rules = RULES, trace = SPIKE)
    void nothingFires(Replay replay) {
      assertThat(replay).noAlertsFired();
    }

    @RulePackTest(rules = RULES, trace = SPIKE)
    void passes(Replay replay) {
      assertThat(replay).alert("slow").fired();
    }
  }

  @Test
  void testThatFailsLeavesAReportWhereOneIsWanted(@TempDir Path folder) throws IOException {
    Launched.of(Fails.class, Map.of("tocsin.reports", folder.toString()));

    Path file = folder.resolve("Fails.nothingFires-rulepack-traces-spike.jsonl.html");
    assertThat(folder).isDirectoryContaining(file::equals);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    JsonNode report = Reported.in(file);
    assertThat(report.at("/failures/0/but").asText()).isNotEmpty();
    assertThat(report.at("/alerts/0/rule").asText()).isEqualTo("slow");
  }

  @Test
  void reportThatCannotBeWrittenHidesNothing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Launched launched =
        Launched.of(Fails.class, Map.of("tocsin.reports", file.resolve("below").toString()));

    assertThat(launched.passed()).hasSize(1);
    assertThat(launched.failures()).hasSize(1);
    assertThat(launched.failures().get(0)).contains("slow").doesNotContain("cannot write");
  }
}
