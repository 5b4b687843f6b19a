package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** For how many events a predicate was true, among those for which it was known. */
public final class RatioState implements FoldState<RatioState> {
  private long known;
  private long held;

  @Override
  public FoldKind kind() {
    return FoldKind.RATIO;
  }

  @Override
  public long samples() {
    return known;
  }

  /** For how many it was true. */
  public long held() {
    return held;
  }

  /** Folds one event: 1 where the predicate was true, 0 where it was false. */
  @Override
  public void add(long value) {
    known++;
    held += value;
  }

  @Override
  public void addAll(Numbers numbers) {
    known += numbers.size();
    held += numbers.sumLow();
  }

  @Override
  public void clear() {
    known = 0;
    held = 0;
  }

  @Override
  public void merge(RatioState other) {
    known += other.known;
    held += other.held;
  }

  @Override
  public void subtract(RatioState other) {
    known -= other.known;
    held -= other.held;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(known);
    out.writeLong(held);
  }

  static RatioState read(DataInput in) throws IOException {
    RatioState state = new RatioState();
    state.known = in.readLong();
    state.held = in.readLong();
    return state;
  }
}
