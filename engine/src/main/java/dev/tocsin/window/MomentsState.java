package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Count, exact sum and exact sum of squares. A square has up to 126 bits and their sum 192, so that
 * nothing is rounded before the one root and the one division of a reading.
 */
public final class MomentsState implements FoldState<MomentsState> {
  private final SumState sum;
  private long high;
  private long middle;
  private long low;

  MomentsState() {
    this(new SumState());
  }

  private MomentsState(SumState sum) {
    this.sum = sum;
  }

  @Override
  public FoldKind kind() {
    return FoldKind.MOMENTS;
  }

  @Override
  public long samples() {
    return sum.samples();
  }

  @Override
  public void add(long value) {
    sum.add(value);
    addSquares(0, Math.multiplyHigh(value, value), value * value);
  }

  @Override
  public void clear() {
    sum.clear();
    high = 0;
    middle = 0;
    low = 0;
  }

  @Override
  public void merge(MomentsState other) {
    sum.merge(other.sum);
    addSquares(other.high, other.middle, other.low);
  }

  @Override
  public void subtract(MomentsState other) {
    sum.subtract(other.sum);
    addSquares(~other.high, ~other.middle, ~other.low);
    addSquares(0, 0, 1);
  }

  /**
   * The standard deviation of the numbers as a population, {@code sqrt(n * sum(x^2) - sum(x)^2) /
   * n}, as Prometheus' {@code stddev_over_time} has it: divided by n, not by n - 1.
   *
   * @return NaN when nothing was folded, 0 for a single number
   */
  public double standardDeviation() {
    long n = samples();
    BigInteger total = sum.sum();
    BigInteger spread = squares().multiply(BigInteger.valueOf(n)).subtract(total.multiply(total));
    return n == 0 ? Double.NaN : Math.sqrt(spread.doubleValue()) / n;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    sum.writeTo(out);
    out.writeLong(high);
    out.writeLong(middle);
    out.writeLong(low);
  }

  static MomentsState read(DataInput in) throws IOException {
    MomentsState state = new MomentsState(SumState.read(in));
    state.high = in.readLong();
    state.middle = in.readLong();
    state.low = in.readLong();
    return state;
  }

  private BigInteger squares() {
    return new BigInteger(
        ByteBuffer.allocate(3 * Long.BYTES).putLong(high).putLong(middle).putLong(low).array());
  }

  private void addSquares(long otherHigh, long otherMiddle, long otherLow) {
    low += otherLow;
    int intoMiddle = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
    middle += otherMiddle;
    int intoHigh = Long.compareUnsigned(middle, otherMiddle) < 0 ? 1 : 0;
    middle += intoMiddle;
    intoHigh += intoMiddle == 1 && middle == 0 ? 1 : 0;
    high += otherHigh + intoHigh;
  }
}
