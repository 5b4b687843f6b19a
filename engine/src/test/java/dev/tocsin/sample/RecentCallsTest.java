package dev.tocsin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.PricedCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentCallsTest {
  private static final long SECOND = 1_000_000_000L;

  /** A call that is held, with what it stands for. */
  private record Held(Call call, long costNanoDollars, long weight) {

    /** Calls are told apart by their ids. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Held held
          && Objects.equals(held.call.id(), call.id())
          && held.costNanoDollars == costNanoDollars
          && held.weight == weight;
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(call.id());
    }
  }

  @Property(tries = 50)
  void keepsAllWhileThereAreFew(@ForAll @IntRange(min = 1, max = 15) int ofATick) {
    RecentCalls recent = new RecentCalls();
    List<Call> all = new ArrayList<>();
    for (int tick = 0; tick < Level.CAPACITY / 64; tick++) {
      List<Call> calls = calls(tick, ofATick, 2);
      all.addAll(calls);
      take(recent, calls, calls.size());
    }
    assertThat(held(recent)).extracting(Held::call).isEqualTo(all);
    assertThat(held(recent)).extracting(Held::weight).containsOnly(1L);
  }

  @Property(tries = 30)
  void howCallsAreBatchedDoesNotMatter(
      @ForAll @IntRange(min = 1, max = 2000) int ofATick,
      @ForAll @IntRange(min = 1, max = CallBatch.CAPACITY) int batch) {
    RecentCalls one = new RecentCalls();
    RecentCalls other = new RecentCalls();
    for (int tick = 0; tick < 10; tick++) {
      List<Call> calls = calls(tick, tick % 3 == 0 ? ofATick : ofATick / 7, 3);
      take(one, calls, CallBatch.CAPACITY);
      take(other, calls, batch);
    }
    assertThat(held(one)).isEqualTo(held(other));
  }

  @Test
  void whatIsHeldStandsForWhatCame() {
    RecentCalls recent = new RecentCalls();
    long all = 0;
    long ofModel = 0;
    for (int tick = 0; tick < 3_000; tick++) {
      // a day in small, with a night, and models that take turns
      int ofATick = (int) Math.round(400 * (1 + Math.sin(tick / 300.0)));
      List<Call> calls = calls(tick, ofATick, 4);
      all += ofATick;
      ofModel += calls.stream().filter(call -> "m0".equals(call.model())).count();
      take(recent, calls, CallBatch.CAPACITY);
    }
    double weight = weight(recent, call -> true);

    assertThat(held(recent)).hasSizeLessThan(5 * Level.CAPACITY + 5);
    assertThat(weight / all).isBetween(0.93, 1.07);
    assertThat(weight(recent, call -> "m0".equals(call.model())) / ofModel).isBetween(0.9, 1.1);
    long until = 3_000 * SECOND;
    double quarter = weight(recent, call -> call.timeNanos() >= until - 750 * SECOND);
    assertThat(quarter / weight).isBetween(0.1, 0.5);
  }

  @Test
  void aBurstAfterSilenceIsThinnedToo() {
    RecentCalls recent = new RecentCalls();
    take(recent, calls(0, 1, 1), 1);
    take(recent, calls(1, 1_000_000, 2), CallBatch.CAPACITY);
    assertThat(held(recent)).hasSizeLessThan(1_024 * 12);
    assertThat(weight(recent, call -> true)).isBetween(900_000.0, 1_100_000.0);
    assertThat(weight(recent, call -> "m1".equals(call.model()))).isBetween(460_000.0, 540_000.0);
  }

  @Property(tries = 30)
  void howLongATickIsDoesNotMatterWhileThereAreFew(
      @ForAll @IntRange(min = 1, max = Level.CAPACITY / 3) int burst,
      @ForAll @IntRange(min = 1, max = 60) int seconds) {
    RecentCalls fine = new RecentCalls();
    RecentCalls coarse = new RecentCalls();
    for (int tick = 0; tick < 3; tick++) {
      List<Call> calls = calls(tick * 100, burst, 2);
      take(fine, calls, CallBatch.CAPACITY);
      take(coarse, calls, CallBatch.CAPACITY, seconds);
    }
    assertThat(held(coarse)).isEqualTo(held(fine)).hasSize(3 * burst);
  }

  @Property(tries = 20)
  void writtenAndReadItGoesOnAsBefore(@ForAll @IntRange(min = 1, max = 1500) int ofATick)
      throws IOException {
    RecentCalls uncut = new RecentCalls();
    RecentCalls cut = new RecentCalls();
    for (int tick = 0; tick < 60; tick++) {
      List<Call> calls = calls(tick, ofATick, 3);
      take(uncut, calls, CallBatch.CAPACITY);
      take(cut, calls, CallBatch.CAPACITY);
      if (tick % 20 == 10) {
        cut = readBack(cut);
      }
    }
    assertThat(held(cut)).isEqualTo(held(uncut));
  }

  @Test
  void ofAnErasedUserNothingIsLeft() throws IOException {
    RecentCalls recent = new RecentCalls();
    for (int tick = 0; tick < 200; tick++) {
      take(recent, calls(tick, 300, 3), CallBatch.CAPACITY);
    }
    recent.erase("u1");
    assertThat(held(recent)).isNotEmpty().noneMatch(each -> "u1".equals(each.call().user()));
    RecentCalls read = readBack(recent);
    assertThat(held(read)).isEqualTo(held(recent));
    for (int tick = 200; tick < 300; tick++) {
      take(recent, calls(tick, 300, 3), CallBatch.CAPACITY);
      take(read, calls(tick, 300, 3), CallBatch.CAPACITY);
    }
    assertThat(held(read)).isEqualTo(held(recent));
  }

  @Test
  void erasingAllOfAStretchLeavesNoGap() throws IOException {
    RecentCalls recent = new RecentCalls();
    for (int tick = 0; tick < 40; tick++) {
      String user = tick < 20 ? "gone" : "stays";
      List<Call> calls =
          calls(tick, 16, 1).stream().map(call -> call.toBuilder().user(user).build()).toList();
      take(recent, calls, CallBatch.CAPACITY);
    }
    recent.erase("gone");
    RecentCalls read = readBack(recent);
    for (int tick = 40; tick < 400; tick++) {
      take(recent, calls(tick, 16, 1), CallBatch.CAPACITY);
      take(read, calls(tick, 16, 1), CallBatch.CAPACITY);
    }
    assertThat(held(read)).isEqualTo(held(recent));
  }

  @Test
  void aScoreIsAddedToItsCall() {
    RecentCalls recent = new RecentCalls();
    take(recent, calls(0, 10, 1), 10);
    score(recent, "0-3");
    score(recent, "never seen");
    take(recent, calls(1, 10, 1), 10);
    score(recent, "1-4");
    recent.erase("nobody");
    score(recent, "1-5");
    assertThat(held(recent))
        .filteredOn(each -> each.call().scoreCount() > 0)
        .extracting(each -> each.call().id())
        .containsExactly("0-3", "1-4", "1-5");
  }

  @Test
  void anIdThatComesAgainKeepsItsScoresApart() {
    RecentCalls recent = new RecentCalls();
    take(recent, calls(0, 10, 1), 10);
    score(recent, "0-3");
    take(recent, List.of(Call.atNanos(SECOND).id("0-3").build()), 10);
    score(recent, "0-4");
    assertThat(held(recent))
        .filteredOn(each -> "0-3".equals(each.call().id()))
        .extracting(each -> each.call().timeNanos())
        .containsExactly(3L, SECOND);
  }

  @Test
  void whatIsGoneTakesNoScore() {
    RecentCalls recent = new RecentCalls();
    take(recent, calls(0, 10, 1), 10);
    score(recent, "0-3");
    for (int tick = 1; tick < 5_000; tick++) {
      take(recent, calls(tick, 64, 1), 64);
    }
    score(recent, "1-1");
    assertThat(held(recent)).noneMatch(each -> "1-1".equals(each.call().id()));
  }

  /** A score comes for the call of this name in {@link #calls}. */
  private static void score(RecentCalls recent, String id) {
    int dash = id.indexOf('-');
    long time =
        dash < 0
            ? 0
            : Long.parseLong(id.substring(0, dash)) * SECOND
                + Long.parseLong(id.substring(dash + 1));
    Call scored = Call.atNanos(time).id(id).score("q", BigDecimal.ONE).build();
    recent.scored(new PricedCall(scored, 0));
  }

  private static List<Call> calls(int tick, int size, int models) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      calls.add(
          Call.atNanos(tick * SECOND + i)
              .id(tick + "-" + i)
              .model("m" + i % models)
              .user("u" + i % 5)
              .costNanoDollars(i)
              .build());
    }
    return calls;
  }

  private static void take(RecentCalls recent, List<Call> calls, int size) {
    take(recent, calls, size, 1);
  }

  private static void take(RecentCalls recent, List<Call> calls, int size, int secondsOfATick) {
    CallBatch batch = new CallBatch(secondsOfATick * SECOND);
    for (int from = 0; from < calls.size(); from += size) {
      for (Call call : calls.subList(from, Math.min(calls.size(), from + size))) {
        batch.costs()[batch.size()] = call.costNanoDollars();
        batch.add(call);
      }
      recent.take(batch, UnaryOperator.identity());
      batch.clear();
    }
  }

  private static List<Held> held(RecentCalls recent) {
    List<Held> held = new ArrayList<>();
    recent.forEach((call, cost, weight) -> held.add(new Held(call, cost, weight)));
    return held;
  }

  private static double weight(RecentCalls recent, Predicate<Call> which) {
    return held(recent).stream()
        .filter(each -> which.test(each.call()))
        .mapToDouble(Held::weight)
        .sum();
  }

  private static RecentCalls readBack(RecentCalls recent) throws IOException {
    ByteOutput out = new ByteOutput(1024);
    recent.writeTo(out);
    RecentCalls read = new RecentCalls();
    read.readFrom(new ByteInput(out.array(), out.size()));
    return read;
  }
}
