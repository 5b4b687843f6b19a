package dev.tocsin.sample;

import dev.tocsin.api.Call;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some calls in the order in which they came, with what each stands for. A new one is made when one
 * is full; those of a full one are thinned together.
 */
final class Chunk {
  /** How many calls it holds. */
  static final int CAPACITY = 64;

  private final @Nullable Call[] calls = new Call[CAPACITY];
  private final long[] costs = new long[CAPACITY];
  private final long[] weights = new long[CAPACITY];
  private int size;

  boolean isFull() {
    return size == CAPACITY;
  }

  int size() {
    return size;
  }

  Call call(int at) {
    return Objects.requireNonNull(calls[at]);
  }

  long cost(int at) {
    return costs[at];
  }

  long weight(int at) {
    return weights[at];
  }

  void add(Call call, long cost, long weight) {
    calls[size] = call;
    costs[size] = cost;
    weights[size++] = weight;
  }

  void replaceAll(UnaryOperator<Call> other) {
    for (int i = 0; i < size; i++) {
      calls[i] = other.apply(call(i));
    }
  }

  void erase(String user) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Call call = call(i);
      if (!user.equals(call.user())) {
        calls[kept] = call;
        costs[kept] = costs[i];
        weights[kept++] = weights[i];
      }
    }
    for (int i = kept; i < size; i++) {
      calls[i] = null;
    }
    size = kept;
  }

  void forEach(CallVisitor each) {
    for (int i = 0; i < size; i++) {
      each.visit(call(i), costs[i], weights[i]);
    }
  }
}
