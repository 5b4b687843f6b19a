package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tocsin.api.Call;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.PricedCall;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** {@link CallIndex} against a list that is walked. */
class CallIndexTest {
  private static final long KEEP = 100;
  private static final int STEPS = 2_000;

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void remembersWhatAListWould(
      @ForAll @IntRange(max = 300) int capacity,
      @ForAll @IntRange(min = 1, max = 600) int ids,
      @ForAll @IntRange(min = 1, max = 20) int aTick,
      @ForAll Random random)
      throws IOException {
    CallIndex index = new CallIndex(KEEP, capacity);
    Listed listed = new Listed(capacity);
    long now = 1_000;
    for (int step = 0; step < STEPS; step++) {
      now += random.nextInt(aTick) == 0 ? 1 : 0;
      String id = id(random.nextInt(ids));
      switch (random.nextInt(10)) {
        case 0 -> {
          index.expire(now);
          listed.expire(now);
        }
        case 1 -> {
          PricedCall old = listed.find(id);
          long stamp = old == null ? now : old.call().timeNanos();
          PricedCall scored = new PricedCall(Call.atNanos(stamp).id(id).user("s").build(), step);
          index.update(scored);
          listed.update(scored);
        }
        case 2 -> index = step % 7 == 0 ? readBack(index, capacity) : index;
        default -> {
          Call call = Call.atNanos(now - random.nextInt(30)).id(id).build();
          assertThat(index.add(call, step)).isEqualTo(listed.add(new PricedCall(call, step)));
        }
      }
      String asked = id(random.nextInt(ids));
      assertSame(index.find(asked), listed.find(asked));
    }
    for (int number = 0; number < ids; number++) {
      assertSame(index.find(id(number)), listed.find(id(number)));
    }
  }

  @Example
  void callsWithoutIdAreNeverRepeats() {
    CallIndex index = new CallIndex(KEEP, 10);
    assertThat(index.add(Call.atNanos(1).build(), 1)).isTrue();
    assertThat(index.add(Call.atNanos(1).build(), 1)).isTrue();
  }

  @Example
  void allocatesNothingOnceItHasGrown() {
    CallIndex index = new CallIndex(KEEP, 1_000);
    List<Call> calls =
        IntStream.range(0, 20_000).mapToObj(n -> Call.atNanos(n).id(id(n)).build()).toList();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    addFrom(index, calls, 0, 10_000);
    threads.getThreadAllocatedBytes(thread);
    long before = threads.getThreadAllocatedBytes(thread);
    addFrom(index, calls, 10_000, 20_000);
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
  }

  private static void addFrom(CallIndex index, List<Call> calls, int from, int to) {
    for (int number = from; number < to; number++) {
      index.add(calls.get(number), number);
      if (number % 50 == 0) {
        index.expire(number);
      }
    }
  }

  /** Two by two they have one hash. */
  private static String id(int number) {
    return (number % 2 == 0 ? "Aa" : "BB") + number / 2;
  }

  private static CallIndex readBack(CallIndex index, int capacity) throws IOException {
    ByteOutput bytes = new ByteOutput(1024);
    index.writeTo(bytes);
    CallIndex read = new CallIndex(KEEP, capacity);
    read.readFrom(new ByteInput(bytes.array(), bytes.size()));
    return read;
  }

  private static void assertSame(@Nullable PricedCall found, @Nullable PricedCall expected) {
    assertThat(found == null ? null : String.valueOf(found.call().user()) + found.costNanoDollars())
        .isEqualTo(
            expected == null
                ? null
                : String.valueOf(expected.call().user()) + expected.costNanoDollars());
  }

  /** The oracle. */
  private static final class Listed {
    private final int capacity;
    private final List<PricedCall> calls = new ArrayList<>();

    Listed(int capacity) {
      this.capacity = capacity;
    }

    boolean add(PricedCall call) {
      if (find(String.valueOf(call.call().id())) != null) {
        return false;
      }
      calls.add(call);
      if (calls.size() > capacity) {
        calls.remove(0);
      }
      return true;
    }

    void update(PricedCall call) {
      calls.replaceAll(
          old -> String.valueOf(old.call().id()).equals(call.call().id()) ? call : old);
    }

    void expire(long tick) {
      while (!calls.isEmpty() && calls.get(0).call().timeNanos() < tick - KEEP) {
        calls.remove(0);
      }
    }

    @Nullable PricedCall find(String id) {
      return calls.stream().filter(call -> id.equals(call.call().id())).findFirst().orElse(null);
    }
  }

  /** "Aa" and "BB" have one hash, and so do all texts made of as many of them. */
  @Example
  void idsThatCollideAreFoundAndHardened() {
    CallIndex index = new CallIndex(KEEP, 1 << 11);
    for (int i = 0; i < 3_000; i++) {
      assertThat(index.add(Call.atNanos(i / 20).id(colliding(i)).build(), i)).isTrue();
      assertThat(index.add(Call.atNanos(i / 20).id(colliding(i)).build(), i)).isFalse();
    }
    index.expire(200);
    for (int i = 0; i < 3_000; i++) {
      PricedCall found = index.find(colliding(i));
      if (i < 2_000) {
        assertThat(found).isNull();
      } else {
        assertThat(found).isNotNull().extracting(PricedCall::costNanoDollars).isEqualTo((long) i);
      }
    }
    IdTable table = new IdTable(1 << 11);
    for (int i = 0; !table.isCrowded(); i++) {
      table.put(table.hash(colliding(i)), i);
    }
    int before = table.hash(colliding(0));
    assertThat(table.hash(colliding(1))).isEqualTo(before);
    table.harden();
    assertThat(table.isCrowded()).isFalse();
    assertThat(table.hash(colliding(1))).isNotEqualTo(table.hash(colliding(0)));
  }

  private static String colliding(int number) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      id.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }
}
