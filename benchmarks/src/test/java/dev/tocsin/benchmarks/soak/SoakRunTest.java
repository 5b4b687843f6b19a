package dev.tocsin.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoakRunTest {
  private static final int EVENTS = 40_000;

  @Test
  void everyEventIsCountedAcrossAReload() {
    Instant evening = Instant.parse("2026-10-03T23:30:00Z");
    try (SoakRun run = new SoakRun(new SoakTraffic(evening))) {
      run.events(EVENTS);
      run.finish();
      assertThat(run.addsUp()).as(() -> run.counters() + ", not " + run.expected()).isTrue();
      assertThat(run.exceptions()).isZero();
      assertThat(run.reloads()).isEqualTo(1);
      assertThat(run.firings()).isPositive();
      assertThat(run.counters().late()).isPositive();
      assertThat(run.counters().duplicates()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-04T05:55:00Z", "2026-10-04T11:55:00Z"})
  void everyEventIsCountedWhereTheClockStepsBackOrLeaps(Instant start) {
    try (SoakRun run = new SoakRun(new SoakTraffic(start))) {
      run.events(EVENTS / 4);
      run.finish();
      assertThat(run.addsUp()).as(() -> run.counters() + ", not " + run.expected()).isTrue();
      assertThat(run.exceptions()).isZero();
    }
  }
}
