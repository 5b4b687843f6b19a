package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aReplayOfTheRecordGivesTheTransitionsOfTheService() throws IOException {
    StoreOfAService service = new StoreOfAService(folder);
    Run record;
    try (service) {
      service.run(300).advance(Duration.ofSeconds(1));
      record = Run.of("record", service.store);
    }
    List<String> live = service.transitions.stream().map(Json::transition).toList();
    assertThat(live).hasSizeGreaterThan(5);
    assertThat(record.exitCode()).isZero();
    assertThat(record.err()).isEqualTo("tocsin: 300 events written\n");
    assertThat(record.out().lines()).hasSize(301);
    Path trace = Files.writeString(folder.resolve("trace.jsonl"), record.out());

    Run replay = Run.of("replay", "--json", "--no-progress", service.rules, trace);
    assertThat(replay.exitCode()).isZero();
    assertThat(replay.out().lines().filter(line -> line.contains("\"transition\"")).toList())
        .isEqualTo(live);
  }

  @Test
  void aSpanIsCutOut() throws IOException {
    Path store;
    try (StoreOfAService service = new StoreOfAService(folder).run(20)) {
      store = service.store;
    }
    Run run =
        Run.of(
            "record", "--from", "2026-10-03T10:00:05Z", "--until", "2026-10-03T10:00:07Z", store);

    assertThat(run.out())
        .isEqualTo(
            """
            {"type":"trace","version":1}
            {"time":"2026-10-03T10:00:05Z","type":"call","id":"c1791021605","model":"gpt-4o",\
            "user":"u2","latency_ms":800,"status":"ok","cost_usd":0.000000001}
            {"time":"2026-10-03T10:00:06Z","type":"call","id":"c1791021606","model":"gpt-4o",\
            "user":"u0","latency_ms":800,"status":"ok","cost_usd":0.000000001}
            """);
    assertThat(run.err()).isEqualTo("tocsin: 2 events written\n");
    assertThat(Run.of("record", "--from", "noon", store).err())
        .contains("'noon' is no instant; write it as 2026-10-03T10:15:00Z");
    assertThat(Run.unread("record", store).exitCode()).isZero();
  }
}
