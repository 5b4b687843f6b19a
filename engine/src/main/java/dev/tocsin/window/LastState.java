package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The number with the latest stamp; of several with one stamp the one that came last. Merging takes
 * the other state as what came later. What is subtracted may hold the last number: {@link #rebuild}
 * finds the last of what remains.
 */
public final class LastState implements FoldState<LastState> {
  private long count;
  private long stamp = Long.MIN_VALUE;
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

  /** Folds a number with the stamp of the last. */
  @Override
  public void add(long value) {
    add(stamp, value);
  }

  @Override
  public void add(long stampNanos, long value) {
    count++;
    take(stampNanos, value);
  }

  @Override
  public void clear() {
    count = 0;
    stamp = Long.MIN_VALUE;
    last = 0;
  }

  @Override
  public void merge(LastState other) {
    count += other.count;
    if (other.count > 0) {
      take(other.stamp, other.last);
    }
  }

  @Override
  public void subtract(LastState other) {
    count -= other.count;
  }

  @Override
  public boolean needsRebuild() {
    return true;
  }

  @Override
  public void rebuild(List<LastState> parts) {
    stamp = Long.MIN_VALUE;
    last = 0;
    for (LastState part : parts) {
      if (part.count > 0) {
        take(part.stamp, part.last);
      }
    }
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(stamp);
    out.writeLong(last);
  }

  static LastState read(DataInput in) throws IOException {
    LastState state = new LastState();
    state.count = in.readLong();
    state.stamp = in.readLong();
    state.last = in.readLong();
    return state;
  }

  private void take(long stampNanos, long value) {
    if (stampNanos >= stamp) {
      stamp = stampNanos;
      last = value;
    }
  }
}
