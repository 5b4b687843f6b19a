package dev.tocsin.sample;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls that stand for about the same number of calls, the oldest first. Of each few that leave,
 * one goes on: each with a probability in proportion to what it stands for, so that what goes on
 * stands for all of them without favour.
 */
final class Level {
  /** How many calls it holds. */
  static final int CAPACITY = 2_048;

  /** Of so many that leave one goes on. */
  static final int THINNING = 4;

  private final ArrayDeque<SampledCall> calls = new ArrayDeque<>();

  /** Which of those that left since the last went on would go on. */
  private @Nullable SampledCall chosen;

  private int left;
  private long leftWeight;

  /** Adds a call; gives the one that has to leave, if one has to. */
  @Nullable SampledCall add(SampledCall call) {
    calls.addLast(call);
    return calls.size() > CAPACITY ? calls.pollFirst() : null;
  }

  /**
   * Takes a call that has left.
   *
   * @param random a number that decides, at least 0
   * @param dropped takes the calls that do not go on
   * @return the call that goes on, when it is time for one
   */
  @Nullable SampledCall leave(SampledCall call, long random, Consumer<SampledCall> dropped) {
    left++;
    leftWeight += call.weight();
    if (random % leftWeight < call.weight()) {
      if (chosen != null) {
        dropped.accept(chosen);
      }
      chosen = call;
    } else {
      dropped.accept(call);
    }
    if (chosen != null) {
      chosen.weight(leftWeight);
    }
    if (left < THINNING) {
      return null;
    }
    SampledCall goesOn = chosen;
    chosen = null;
    left = 0;
    leftWeight = 0;
    return goesOn;
  }

  void erase(String user) {
    calls.removeIf(call -> call.isOf(user));
    if (chosen != null && chosen.isOf(user)) {
      chosen = null;
      leftWeight = 0;
    }
  }

  void forEach(Consumer<SampledCall> each) {
    if (chosen != null) {
      each.accept(chosen);
    }
    calls.forEach(each);
  }

  /** How many have left since the last that went on. */
  int left() {
    return left;
  }

  /** What would go on, if anything. */
  @Nullable SampledCall chosen() {
    return chosen;
  }

  int size() {
    return calls.size();
  }

  void forEachStaying(Consumer<SampledCall> each) {
    calls.forEach(each);
  }

  /** Takes over what another has written. */
  void restore(@Nullable SampledCall wouldGoOn, int leftSince) {
    chosen = wouldGoOn;
    left = leftSince;
    leftWeight = wouldGoOn == null ? 0 : wouldGoOn.weight();
  }
}
