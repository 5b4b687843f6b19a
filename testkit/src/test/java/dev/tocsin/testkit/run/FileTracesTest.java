package dev.tocsin.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTracesTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - {name: many, condition: count() over 10s >= 3, channels: [slack]}
            - {name: slow, condition: max(latency) over 10s > 50ms, channels: [slack]}
          """);

  /** Where each event goes, and how long after the one before it comes. */
  private record Split(List<String> whole, List<List<String>> parts) {
    static Split of(List<Integer> places) {
      Split split = new Split(new ArrayList<>(), new ArrayList<>());
      for (int part = 0; part < 3; part++) {
        split.parts().add(new ArrayList<>());
      }
      long at = 0;
      for (int i = 0; i < places.size(); i++) {
        at += 1 + places.get(i) / 3;
        String line =
            "{\"id\":\"c%d\",\"time\":\"%s\",\"latency_ms\":%d}"
                .formatted(i, START.plusSeconds(at), places.get(i) * 3);
        split.whole().add(line);
        split.parts().get(places.get(i) % 3).add(line);
      }
      return split;
    }
  }

  @Property
  void aTraceInPartsIsTheTrace(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 30) Integer> places)
      throws IOException {
    Split split = Split.of(places);
    Path folder = Files.createTempDirectory("parts");
    Path whole = Files.write(folder.resolve("whole.jsonl"), split.whole());
    List<Path> parts = new ArrayList<>();
    for (List<String> part : split.parts()) {
      if (!part.isEmpty()) {
        parts.add(Files.write(folder.resolve("part" + parts.size() + ".jsonl"), part));
      }
    }

    Replay one = run(new FileTrace(whole, TraceFormats.discovered()));
    Replay several = run(new FileTraces(parts, TraceFormats.discovered()));
    assertThat(several.transitions()).isEqualTo(one.transitions());
    assertThat(several.start()).isEqualTo(one.start());
    assertThat(several.summary().events()).isEqualTo(places.size());
    for (Path file : parts) {
      Files.delete(file);
    }
    Files.delete(whole);
    Files.delete(folder);
  }

  private static Replay run(TraceInput trace) {
    return TraceRun.of(PLAN, trace).run();
  }

  @Test
  void brokenLinesOfAnyPartAreCounted(@TempDir Path folder) throws IOException {
    String line = "{\"time\":\"2026-03-01T10:00:0%dZ\"}";
    Path one = Files.writeString(folder.resolve("a.jsonl"), line.formatted(2) + "\nbroken\n");
    Path other = Files.writeString(folder.resolve("b.jsonl"), line.formatted(1) + "\n{}\n");
    FileTraces traces = new FileTraces(List.of(one, other), TraceFormats.discovered());

    Replay replay = run(traces);
    assertThat(replay.summary().skipped()).isEqualTo(2);
    assertThat(replay.summary().events()).isEqualTo(2);
    assertThat(traces.start()).isEqualTo(START.plusSeconds(1));
    assertThat(traces.name()).isEqualTo(one + ", " + other);
  }
}
