package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** Count and sum. The sum has 128 bits: no stream of longs that a service can send overflows it. */
public final class SumState implements FoldState<SumState> {
  private long count;
  private long high;
  private long low;

  @Override
  public FoldKind kind() {
    return FoldKind.SUM;
  }

  @Override
  public long samples() {
    return count;
  }

  @Override
  public void add(long value) {
    count++;
    addWide(value >> 63, value);
  }

  @Override
  public void addAll(Numbers numbers) {
    count += numbers.size();
    addWide(numbers.sumHigh(), numbers.sumLow());
  }

  @Override
  public void clear() {
    count = 0;
    high = 0;
    low = 0;
  }

  @Override
  public void merge(SumState other) {
    count += other.count;
    addWide(other.high, other.low);
  }

  @Override
  public void subtract(SumState other) {
    count -= other.count;
    long before = low;
    low -= other.low;
    high -= other.high + (Long.compareUnsigned(before, other.low) < 0 ? 1 : 0);
  }

  /** The sum, exact. */
  public BigInteger sum() {
    return sum(high, low);
  }

  private static BigInteger sum(long high, long low) {
    return BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
  }

  /** The sum as the nearest double; exact up to 2^53. */
  public double sumAsDouble() {
    return asDouble(high, low);
  }

  /** The nearest double to a number of 128 bits. */
  public static double asDouble(long high, long low) {
    return high == low >> 63 ? low : sum(high, low).doubleValue();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(high);
    out.writeLong(low);
  }

  static SumState read(DataInput in) throws IOException {
    SumState state = new SumState();
    state.count = in.readLong();
    state.high = in.readLong();
    state.low = in.readLong();
    return state;
  }

  private void addWide(long otherHigh, long otherLow) {
    low += otherLow;
    high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
  }
}
