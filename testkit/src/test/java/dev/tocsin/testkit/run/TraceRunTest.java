package dev.tocsin.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.TraceException;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TraceRunTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - name: slow
              condition: max(latency) over 1m > 2s
              channels: [slack]
              then: [rollback]
          """);

  @TempDir private Path folder;

  @Test
  void keepsAllThatHappened() throws IOException {
    Replay replay = TraceRun.of(PLAN, trace()).until(START.plusSeconds(300)).run();

    assertThat(replay.start()).isEqualTo(START);
    assertThat(replay.end()).isEqualTo(START.plusSeconds(300));
    assertThat(replay.transitions())
        .extracting(each -> each.to() + " " + each.time())
        .containsExactly("FIRING 2026-03-01T10:00:21Z", "INACTIVE 2026-03-01T10:01:21Z");
    assertThat(replay.messages()).extracting(SentMessage::channel).containsOnly("slack").hasSize(2);
    assertThat(replay.actions()).extracting(ActionRun::action).containsExactly("rollback");
    assertThat(replay.time("10:00:30")).isEqualTo(START.plusSeconds(30));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatCanBeReadOnlyOnceIsNotBegun() {
    Path pipe = Path.of("/dev/null");
    TraceRun run = TraceRun.of(PLAN, new FileTrace(pipe, TraceFormats.discovered()));
    assertThatThrownBy(run::run)
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("can be read only once; write it to a file first");
  }

  @Test
  void readingsCanBeLookedAtWhetherTheyFireOrNot() throws IOException {
    Replay.Probe before = new Replay.Probe("slow", Map.of(), START.plusSeconds(15));
    Replay.Probe within = new Replay.Probe("slow", Map.of(), START.plusSeconds(40));
    Replay replay = TraceRun.of(PLAN, trace()).probes(List.of(before, within)).run();

    assertThat(replay.probes())
        .extracting(each -> each.comparisons().get(0).reading().value())
        .containsExactly(100.0, 5000.0);
  }

  private TraceInput trace() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines
          .append("{\"time\":\"")
          .append(START.plusSeconds(i))
          .append("\",\"latency_ms\":")
          .append(i == 20 ? 5000 : 100)
          .append("}\n");
    }
    Path file = folder.resolve("trace.jsonl");
    Files.writeString(file, lines);
    return new FileTrace(file, TraceFormats.discovered());
  }
}
