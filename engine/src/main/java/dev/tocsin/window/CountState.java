package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many events there were. */
public final class CountState implements FoldState<CountState> {
  private long count;

  @Override
  public FoldKind kind() {
    return FoldKind.COUNT;
  }

  @Override
  public long samples() {
    return count;
  }

  @Override
  public void add(long value) {
    count++;
  }

  @Override
  public void addAll(Numbers numbers) {
    count += numbers.size();
  }

  @Override
  public void clear() {
    count = 0;
  }

  @Override
  public void merge(CountState other) {
    count += other.count;
  }

  @Override
  public void subtract(CountState other) {
    count -= other.count;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
  }

  static CountState read(DataInput in) throws IOException {
    CountState state = new CountState();
    state.count = in.readLong();
    return state;
  }
}
