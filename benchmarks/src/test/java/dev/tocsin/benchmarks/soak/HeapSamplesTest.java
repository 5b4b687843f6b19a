package dev.tocsin.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapSamplesTest {
  @Test
  void fillingIsNotGrowth() {
    assertThat(samples(10, 50, 100, 100, 110, 100, 110, 100, 100).areFlat()).isTrue();
  }

  @Test
  void aFewMegabytesAndTenPercentAreNoGrowth() {
    assertThat(samples(100, 100, 126).areFlat()).isTrue();
    assertThat(samples(100, 100, 127).areFlat()).isFalse();
  }

  @Test
  void whatGrowsOnIsNotFlat() {
    assertThat(samples(100, 200, 300, 400, 500, 600).areFlat()).isFalse();
  }

  @Test
  void twoSayNothing() {
    assertThat(samples(1, 2).areEnough()).isFalse();
    assertThat(samples(1, 2, 3).areEnough()).isTrue();
  }

  private static HeapSamples samples(long... megabytes) {
    HeapSamples samples = new HeapSamples();
    for (long one : megabytes) {
      samples.add(one * HeapSamples.MEGABYTE);
    }
    return samples;
  }
}
