package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import org.junit.jupiter.api.Test;

class CallBatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final CallBatch batch = new CallBatch(SECOND);

  @Test
  void takesCallsOfOneTickUntilItIsFull() {
    assertThat(batch.takes(5 * SECOND + 7)).isTrue();
    batch.add(call(5 * SECOND + 7));

    assertThat(batch.takes(5 * SECOND)).isTrue();
    assertThat(batch.takes(6 * SECOND - 1)).isTrue();
    assertThat(batch.takes(5 * SECOND - 1)).isFalse();
    assertThat(batch.takes(6 * SECOND)).isFalse();
    while (batch.size() < CallBatch.CAPACITY) {
      batch.add(call(5 * SECOND));
    }
    assertThat(batch.takes(5 * SECOND)).isFalse();
    batch.clear();
    assertThat(batch.takes(9 * SECOND)).isTrue();
  }

  @Test
  void keepsNoCallThatWasDroppedOrCleared() {
    for (int i = 0; i < 5; i++) {
      batch.add(call(i));
    }
    batch.keep(3);
    assertThat(batch.size()).isEqualTo(3);
    batch.clear();

    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.calls()).containsOnlyNulls();
  }

  private static Call call(long nanos) {
    return Call.atNanos(nanos).input("a secret").build();
  }
}
