package dev.tocsin.sample;

import dev.tocsin.api.Call;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls that stand for about the same number of calls, the oldest first, in a ring. Of each few
 * that leave, one goes on to the next level: each with a probability in proportion to what it
 * stands for, so that what goes on stands for all of them without favour.
 */
final class Level {
  /** How many calls it holds. */
  static final int CAPACITY = 2_048;

  /** Of so many that leave one goes on. */
  static final int THINNING = 4;

  private final @Nullable Level next;
  private final Chance chance;
  private final Consumer<Call> dropped;
  private final @Nullable Call[] calls = new Call[CAPACITY];
  private final long[] costs = new long[CAPACITY];
  private final long[] weights = new long[CAPACITY];
  private int first;
  private int size;

  /** Which of those that left since the last went on would go on; it stands for all of them. */
  private @Nullable Call chosen;

  private long chosenCost;
  private int left;
  private long leftWeight;

  /**
   * @param next takes what goes on; null for the last level
   * @param dropped takes what does not
   */
  Level(@Nullable Level next, Chance chance, Consumer<Call> dropped) {
    this.next = next;
    this.chance = chance;
    this.dropped = dropped;
  }

  /** Adds a call, in the place of the oldest where there is no other. */
  void add(Call call, long cost, long weight) {
    int at = (first + size) % CAPACITY;
    if (size == CAPACITY) {
      leaves(Objects.requireNonNull(calls[at]), costs[at], weights[at]);
      first = (first + 1) % CAPACITY;
    } else {
      size++;
    }
    calls[at] = call;
    costs[at] = cost;
    weights[at] = weight;
  }

  private void leaves(Call call, long cost, long weight) {
    if (next == null) {
      dropped.accept(call);
      return;
    }
    left++;
    leftWeight += weight;
    if (chance.below(leftWeight) < weight) {
      if (chosen != null) {
        dropped.accept(chosen);
      }
      chosen = call;
      chosenCost = cost;
    } else {
      dropped.accept(call);
    }
    if (left == THINNING) {
      if (chosen != null) {
        next.add(chosen, chosenCost, leftWeight);
      }
      chosen = null;
      left = 0;
      leftWeight = 0;
    }
  }

  /** Puts others in the place of calls. */
  void replaceAll(UnaryOperator<Call> other) {
    for (int i = 0; i < size; i++) {
      int at = (first + i) % CAPACITY;
      calls[at] = other.apply(Objects.requireNonNull(calls[at]));
    }
    chosen = chosen == null ? null : other.apply(chosen);
  }

  void erase(String user) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int at = (first + i) % CAPACITY;
      Call call = Objects.requireNonNull(calls[at]);
      if (!user.equals(call.user())) {
        int to = (first + kept++) % CAPACITY;
        calls[to] = call;
        costs[to] = costs[at];
        weights[to] = weights[at];
      }
    }
    for (int i = kept; i < size; i++) {
      calls[(first + i) % CAPACITY] = null;
    }
    size = kept;
    if (chosen != null && user.equals(chosen.user())) {
      chosen = null;
      leftWeight = 0;
    }
  }

  /** What would go on, if anything, and then what stays. */
  void forEach(CallVisitor each) {
    showChosen(each);
    forEachStaying(each);
  }

  void forEachStaying(CallVisitor each) {
    for (int i = 0; i < size; i++) {
      int at = (first + i) % CAPACITY;
      each.visit(Objects.requireNonNull(calls[at]), costs[at], weights[at]);
    }
  }

  /** How many have left since the last that went on. */
  int left() {
    return left;
  }

  /** Whether anything would go on. */
  boolean hasChosen() {
    return chosen != null;
  }

  /** Shows what would go on, if anything. */
  void showChosen(CallVisitor visitor) {
    if (chosen != null) {
      visitor.visit(chosen, chosenCost, leftWeight);
    }
  }

  int size() {
    return size;
  }

  /** Takes over how many have left. */
  void restore(int leftSince) {
    left = leftSince;
  }

  /** Takes over what would go on. */
  void restore(Call wouldGoOn, long cost, long weight) {
    chosen = wouldGoOn;
    chosenCost = cost;
    leftWeight = weight;
  }
}
