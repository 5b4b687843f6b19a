package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The number that came last. Merging takes the other's as the later one; subtracting leaves it to
 * {@link #rebuild} to find the last of what remains.
 */
public final class LastState implements FoldState<LastState> {
  private long count;
  private long last;

  @Override
  public FoldKind kind() {
    return FoldKind.LAST;
  }

  @Override
  public long samples() {
    return count;
  }

  /** The number; 0 before the first. */
  public long last() {
    return last;
  }

  @Override
  public void add(long value) {
    count++;
    last = value;
  }

  @Override
  public void merge(LastState other) {
    count += other.count;
    last = other.count > 0 ? other.last : last;
  }

  @Override
  public void subtract(LastState other) {
    count -= other.count;
  }

  @Override
  public void rebuild(List<LastState> parts) {
    last = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).last;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(last);
  }

  static LastState read(DataInput in) throws IOException {
    LastState state = new LastState();
    state.count = in.readLong();
    state.last = in.readLong();
    return state;
  }
}
