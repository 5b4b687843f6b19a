package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Keeps the last number, however old. */
final class LatestWindow implements Window {
  private final FoldKind kind;
  private final FoldState<?> baseline;
  private FoldState<?> current;

  LatestWindow(FoldKind kind) {
    this.kind = kind;
    this.current = kind.empty();
    this.baseline = kind.empty();
  }

  @Override
  public void add(long stampNanos, long value) {
    current = kind.empty();
    current.add(stampNanos, value);
  }

  @Override
  public boolean addAll(long fromNanos, long untilNanos, Numbers numbers) {
    return false;
  }

  @Override
  public void advance(long tickNanos) {}

  @Override
  public long nextChange() {
    return NEVER;
  }

  @Override
  public FoldState<?> current() {
    return current;
  }

  @Override
  public FoldState<?> baseline() {
    return baseline;
  }

  @Override
  public boolean isEmpty() {
    return current.samples() == 0;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    current.writeTo(out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    current = kind.read(in);
  }
}
