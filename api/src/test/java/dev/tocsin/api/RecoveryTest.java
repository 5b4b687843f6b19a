package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Instant TICK = Instant.parse("2026-10-03T10:00:00Z");

  @Test
  void saysThatThereWasNothing() {
    Recovery none = new Recovery(false, false, null, 0, 0, null, 0, 0, 0, Duration.ZERO, List.of());
    assertThat(none).hasToString("nothing was stored yet");
  }

  @Test
  void saysWhatCameBackAndWhatWasWrong() {
    Recovery kill =
        new Recovery(
            true,
            false,
            TICK,
            12,
            7,
            TICK.plusSeconds(5),
            1,
            2,
            3,
            Duration.ofMillis(40),
            List.of("snapshot 7 is damaged"));
    assertThat(kill)
        .hasToString(
            "after a kill: snapshot of 2026-10-03T10:00:00Z, 12 inputs replayed (7 events) up to"
                + " 2026-10-03T10:00:05Z; 1 pending, 2 firing, 3 to be delivered; took 40 ms"
                + "\n  snapshot 7 is damaged");
    Recovery early = new Recovery(true, true, null, 1, 0, null, 0, 0, 0, Duration.ZERO, List.of());
    assertThat(early).asString().startsWith("after a clean stop: no snapshot, 1 inputs");
  }
}
