package dev.tocsin.window;

import dev.tocsin.api.Instants;
import dev.tocsin.window.WindowShape.Calendar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZonedDateTime;

/**
 * The numbers of one period of the calendar. What belongs to a period that is over is left out. The
 * tick that falls on the end of a period still shows all of it.
 */
final class CalendarWindow implements Window {
  private final Calendar shape;
  private final FoldKind kind;
  private FoldState<?> current;
  private final FoldState<?> baseline;
  private long start = Long.MIN_VALUE;
  private long end = Long.MIN_VALUE;

  CalendarWindow(Calendar shape, FoldKind kind) {
    this.shape = shape;
    this.kind = kind;
    this.current = kind.empty();
    this.baseline = kind.empty();
  }

  @Override
  public void add(long stampNanos, long value) {
    if (stampNanos >= end) {
      moveTo(stampNanos);
    }
    if (stampNanos >= start) {
      current.add(value);
    }
  }

  @Override
  public void advance(long tickNanos) {
    if (tickNanos > end) {
      moveTo(tickNanos - 1);
    }
  }

  @Override
  public long nextChange() {
    return isEmpty() ? NEVER : end + 1;
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
    out.writeLong(start);
    out.writeLong(end);
    current.writeTo(out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    start = in.readLong();
    end = in.readLong();
    current = kind.read(in);
  }

  private void moveTo(long nanos) {
    ZonedDateTime first = shape.period().start(Instants.ofNanos(nanos).atZone(shape.zone()));
    start = Instants.toNanos(first.toInstant());
    end = Instants.toNanos(shape.period().end(first).toInstant());
    if (!isEmpty()) {
      current = kind.empty();
    }
  }
}
