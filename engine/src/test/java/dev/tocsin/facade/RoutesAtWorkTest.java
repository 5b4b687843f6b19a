package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Status;
import dev.tocsin.testkit.fake.RecordingChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a running engine go where {@code tocsin route test} says. */
class RoutesAtWorkTest {
  private static final String RULES =
      """
      receivers:
        - name: ops
          channels: [pager]
        - name: rest
          channels: [log]
      routes:
        receiver: rest
        group_wait: 0
        routes:
          - match: [type = reliability]
            receiver: ops
      rules:
        - name: errors
          type: reliability
          condition: error_rate > 0.5
          window: 10s
      """;

  @TempDir Path folder;

  @Test
  void byTheTypeOfTheirRule() throws IOException {
    RecordingChannel pager = new RecordingChannel("pager");
    RecordingChannel log = new RecordingChannel("log");
    ManualEngine manual = new ManualEngine(folder);
    try (Tocsin tocsin = manual.builder(RULES).channel(pager).channel(log).build()) {
      tocsin.record(manual.call().status(Status.ERROR).build());
      manual.advance(tocsin, Duration.ofSeconds(1));
    }
    assertThat(pager.messages()).hasSize(1);
    assertThat(log.messages()).isEmpty();
  }
}
