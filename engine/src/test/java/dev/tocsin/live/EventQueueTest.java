package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
  private final Stripe first = new Stripe(4);
  private final Stripe second = new Stripe(4);
  private final EventQueue queue = new EventQueue(() -> 0, first, second);
  private final List<Long> taken = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"2,2", "3,4", "1000,1024", "65536,65536", "65537,131072"})
  void holdsAsManyAsWereAskedForRoundedUp(int asked, int capacity) {
    assertThat(new EventQueue(asked, System::nanoTime).capacity()).isEqualTo(capacity);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 8192})
  void oneThreadFillsAllOfItAndMoreIsDropped(int capacity) {
    EventQueue filled = new EventQueue(capacity, System::nanoTime);
    for (int number = 0; number < capacity; number++) {
      assertThat(filled.offer(event(number))).isTrue();
    }
    assertThat(filled.offer(event(capacity))).isFalse();
    assertThat(filled.put(event(capacity))).isFalse();
    filled.drop();
    assertThat(filled.dropped()).isEqualTo(2);
    assertThat(filled.size()).isEqualTo(capacity);
    assertThat(filled.drain(this::take)).isEqualTo(capacity);
    assertThat(taken).hasSize(capacity).isSorted();
    assertThat(filled.size()).isZero();
  }

  @Test
  void takesInTheOrderOfStamps() {
    first.put(event(1), 1);
    second.put(event(2), 2);
    second.put(event(3), 3);
    first.put(event(4), 4);
    assertThat(queue.drain(4, this::take)).isEqualTo(4);
    assertThat(taken).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void ordersStampsAcrossTheEndOfTheirRange() {
    first.put(event(2), Long.MIN_VALUE);
    second.put(event(1), Long.MAX_VALUE);
    queue.drain(Long.MIN_VALUE + 1, this::take);
    assertThat(taken).containsExactly(1L, 2L);
  }

  @Test
  void leavesWhatIsLaterThanTheRound() {
    first.put(event(1), 1);
    first.put(event(3), 3);
    second.put(event(4), 4);
    assertThat(queue.drain(2, this::take)).isEqualTo(1);
    assertThat(queue.drain(4, this::take)).isEqualTo(2);
    assertThat(taken).containsExactly(1L, 3L, 4L);
  }

  @Test
  void leavesWhatCameDuringTheRound() {
    first.put(event(1), 1);
    assertThat(queue.drain(1, event -> first.put(event(2), 1))).isEqualTo(1);
    assertThat(queue.size()).isEqualTo(1);
  }

  /** Behind the claimed place may be a call whose score is in the other stripe. */
  @Test
  void waitsForAPlaceThatIsClaimed() {
    long claimed = first.claim();
    first.put(event(2), 2);
    second.put(event(3), 3);
    assertThat(queue.drain(3, this::take)).isZero();
    first.publish(claimed, event(1), 1);
    assertThat(queue.drain(3, this::take)).isEqualTo(3);
    assertThat(taken).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aClockThatStandsOrIsSlowOrdersNothing() {
    AtomicLong time = new AtomicLong();
    assertThat(RecordClock.orders(time::incrementAndGet)).isTrue();
    assertThat(RecordClock.orders(() -> time.incrementAndGet() / 2)).isFalse();
    assertThat(RecordClock.orders(() -> time.addAndGet(1_000))).isFalse();
  }

  private void take(Event event) {
    taken.add(event.timeNanos());
  }

  private static Call event(long number) {
    return Call.atNanos(number).build();
  }
}
