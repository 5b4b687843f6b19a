package dev.tocsin.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

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

  @Test
  void everyEventIsCountedWhereTheClockStepsBackAndLeaps() {
    for (int day = 1; day <= 10; day++) {
      for (String time : new String[] {"05:55", "11:55"}) {
        Instant start = Instant.parse("2026-10-%02dT%s:00Z".formatted(day, time));
        try (SoakRun run = new SoakRun(new SoakTraffic(start))) {
          run.events(EVENTS / 2);
          run.finish();
          assertThat(run.addsUp()).as(() -> run.counters() + ", not " + run.expected()).isTrue();
          assertThat(run.exceptions()).isZero();
        }
      }
    }
  }
}
