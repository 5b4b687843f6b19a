package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NapTest {
  private static final int CAPACITY = 1_024;

  private final Nap nap = new Nap(CAPACITY);

  @Test
  void longestWhileNothingComes() {
    assertThat(nap.after(0)).isEqualTo(Nap.LONGEST_NANOS);
    assertThat(nap.after(10)).isEqualTo(Nap.LONGEST_NANOS);
  }

  @Test
  void noneWhileThereIsMuchToTake() {
    assertThat(nap.after(CAPACITY)).isZero();
    assertThat(nap.after(CAPACITY / 4)).isZero();
  }

  @Test
  void shorterAsLongAsTheQueueFillsMeanwhile() {
    assertThat(nap.after(CAPACITY / 8)).isEqualTo(Nap.LONGEST_NANOS / 2);
    assertThat(nap.after(CAPACITY / 8)).isEqualTo(Nap.LONGEST_NANOS / 4);
  }

  @Test
  void growsBackWhenIdle() {
    nap.after(CAPACITY);
    assertThat(nap.after(0)).isEqualTo(Nap.SHORTEST_NANOS);
    assertThat(nap.after(0)).isEqualTo(2 * Nap.SHORTEST_NANOS);
    for (int turn = 0; turn < 10; turn++) {
      nap.after(0);
    }
    assertThat(nap.after(0)).isEqualTo(Nap.LONGEST_NANOS);
  }

  @Test
  void doesNotSpinOnATinyQueueThatIsEmpty() {
    Nap tiny = new Nap(2);
    tiny.after(2);
    assertThat(tiny.after(0)).isPositive();
  }
}
