package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was recorded before something else was begun to be recorded is taken before it, however many
 * threads and stripes there are.
 */
class RecordOrderTest {
  /** When recording of each event began and ended; events are numbered by their stamps. */
  private static final class Moments {
    private final AtomicInteger clock = new AtomicInteger();
    private final int[] began;
    private final int[] ended;

    Moments(int events) {
      began = new int[events];
      ended = new int[events];
      Arrays.fill(ended, Integer.MAX_VALUE);
    }

    void begin(int event) {
      began[event] = clock.incrementAndGet();
    }

    void end(int event) {
      ended[event] = clock.incrementAndGet();
    }

    void assertInOrder(List<Integer> taken) {
      int earliestEnd = Integer.MAX_VALUE;
      for (int i = taken.size() - 1; i >= 0; i--) {
        int event = taken.get(i);
        assertThat(began[event]).as("taken before what was recorded").isLessThan(earliestEnd);
        earliestEnd = Math.min(earliestEnd, ended[event]);
      }
    }
  }

  /** Threads record step by step, in any order of their steps, also while events are taken. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void inAnyOrderOfSteps(
      @ForAll @IntRange(min = 0, max = 3) int bits,
      @ForAll @IntRange(min = 1, max = 6) int threads,
      @ForAll Random random) {
    Stripe[] stripes = new Stripe[1 << bits];
    Arrays.setAll(stripes, any -> new Stripe(4));
    EventQueue queue = new EventQueue(() -> 0, stripes);
    Moments moments = new Moments(300);
    AtomicInteger next = new AtomicInteger();
    List<Recorder> recorders = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      recorders.add(new Recorder(stripes, moments, next, random));
    }
    List<Integer> taken = new ArrayList<>();
    while (next.get() < 300) {
      recorders.get(random.nextInt(threads)).step();
      if (random.nextInt(10) == 0) {
        queue.drain(
            moments.clock.incrementAndGet(),
            event -> {
              taken.add((int) event.timeNanos());
              recorders.get(random.nextInt(threads)).step();
            });
      }
    }
    recorders.forEach(Recorder::finish);
    while (queue.drain(moments.clock.get(), event -> taken.add((int) event.timeNanos())) > 0) {
      assertThat(taken).doesNotHaveDuplicates();
    }
    assertThat(taken).hasSize(300 - (int) recorders.stream().filter(Recorder::isFull).count());
    moments.assertInOrder(taken);
  }

  /** A thread that can be stopped between any two of its steps. */
  private static final class Recorder {
    private final Stripe[] stripes;
    private final Moments moments;
    private final AtomicInteger next;
    private final Random random;
    private int event = -1;
    private int stripe = -1;
    private long place;

    Recorder(Stripe[] stripes, Moments moments, AtomicInteger next, Random random) {
      this.stripes = stripes;
      this.moments = moments;
      this.next = next;
      this.random = random;
    }

    void step() {
      if (event < 0) {
        if (next.get() < moments.began.length) {
          event = next.getAndIncrement();
          moments.begin(event);
        }
      } else if (stripe < 0) {
        int chosen = random.nextInt(stripes.length);
        place = stripes[chosen].claim();
        stripe = place < 0 ? -1 : chosen;
      } else {
        stripes[stripe].publish(place, Call.atNanos(event).build(), moments.began[event]);
        moments.end(event);
        event = -1;
        stripe = -1;
      }
    }

    /** Unless there is no place. */
    void finish() {
      for (int left = 100; left > 0 && event >= 0; left--) {
        step();
      }
    }

    boolean isFull() {
      return event >= 0;
    }
  }

  @Timeout(60)
  @ParameterizedTest
  @CsvSource({"1,64,4", "2,4,2", "2,512,4", "4,8,4", "4,256,3", "8,1024,4"})
  void withThreads(int stripes, int capacity, int threads) throws Exception {
    Stripe[] made = new Stripe[stripes];
    Arrays.setAll(made, any -> new Stripe(capacity));
    EventQueue queue = new EventQueue(System::nanoTime, made);
    int each = 20_000;
    Moments moments = new Moments(threads * each);
    List<Integer> taken = new ArrayList<>();
    ExecutorService hosts = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> ends =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(
                  thread -> hosts.submit(() -> record(queue, moments, thread * each, each)))
              .toList();
      while (taken.size() < threads * each) {
        if (queue.drain(event -> taken.add((int) event.timeNanos())) == 0) {
          Thread.onSpinWait();
        }
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      hosts.shutdownNow();
    }
    assertThat(taken).doesNotHaveDuplicates();
    moments.assertInOrder(taken);
  }

  private static void record(EventQueue queue, Moments moments, int first, int each) {
    for (int number = first; number < first + each; number++) {
      Event event = Call.atNanos(number).build();
      moments.begin(number);
      while (!queue.put(event)) {
        Thread.onSpinWait();
      }
      moments.end(number);
    }
  }
}
