package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The least and the greatest number. Neither can be subtracted: {@link #rebuild} finds them among
 * what remains.
 */
public final class ExtremesState implements FoldState<ExtremesState> {
  private long count;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  @Override
  public FoldKind kind() {
    return FoldKind.EXTREMES;
  }

  @Override
  public long samples() {
    return count;
  }

  /** The least number; {@link Long#MAX_VALUE} before the first. */
  public long least() {
    return least;
  }

  /** The greatest number; {@link Long#MIN_VALUE} before the first. */
  public long greatest() {
    return greatest;
  }

  @Override
  public void add(long value) {
    count++;
    reach(value, value);
  }

  @Override
  public void addAll(Numbers numbers) {
    count += numbers.size();
    reach(numbers.least(), numbers.greatest());
  }

  @Override
  public void clear() {
    count = 0;
    least = Long.MAX_VALUE;
    greatest = Long.MIN_VALUE;
  }

  @Override
  public void merge(ExtremesState other) {
    count += other.count;
    reach(other.least, other.greatest);
  }

  @Override
  public void subtract(ExtremesState other) {
    count -= other.count;
  }

  @Override
  public boolean needsRebuild() {
    return true;
  }

  @Override
  public void rebuild(List<ExtremesState> parts) {
    least = Long.MAX_VALUE;
    greatest = Long.MIN_VALUE;
    parts.forEach(part -> reach(part.least, part.greatest));
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(least);
    out.writeLong(greatest);
  }

  static ExtremesState read(DataInput in) throws IOException {
    ExtremesState state = new ExtremesState();
    state.count = in.readLong();
    state.least = in.readLong();
    state.greatest = in.readLong();
    return state;
  }

  private void reach(long low, long high) {
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
  }
}
