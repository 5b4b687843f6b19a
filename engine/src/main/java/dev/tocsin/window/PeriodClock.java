package dev.tocsin.window;

import dev.tocsin.api.Instants;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZonedDateTime;

/** Knows the running period of a calendar, and the one so many back that a window shows. */
public final class PeriodClock {
  private final WindowShape.Calendar shape;
  private long shown = Long.MIN_VALUE;
  private long start = Long.MIN_VALUE;
  private long end = Long.MIN_VALUE;

  public PeriodClock(WindowShape.Calendar shape) {
    this.shape = shape;
  }

  /** The first instant of the period that shows; the least there is before the first move. */
  public long shown() {
    return shown;
  }

  /** The first instant of the running period. */
  public long start() {
    return start;
  }

  /** The first instant behind the running period. */
  public long end() {
    return end;
  }

  /** Makes the period of an instant the running one. */
  public void moveTo(long nanos) {
    ZonedDateTime running = periodOf(nanos);
    start = nanos(running);
    end = nanos(shape.period().end(running));
    ZonedDateTime back = running;
    for (int i = 0; i < shape.back(); i++) {
      back = shape.period().start(back.minusNanos(1));
    }
    shown = nanos(back);
  }

  /** The first instant of the period of a stamp. */
  long startOf(long nanos) {
    return nanos >= start && nanos < end ? start : nanos(periodOf(nanos));
  }

  /** The end of the period in which a period shows that starts at an instant. */
  long endOfShowing(long startNanos) {
    ZonedDateTime running = Instants.ofNanos(startNanos).atZone(shape.zone());
    for (int i = 0; i < shape.back(); i++) {
      running = shape.period().end(running);
    }
    return nanos(running);
  }

  /** Writes where it stands. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(shown);
    out.writeLong(start);
    out.writeLong(end);
  }

  /** Takes over what was written. */
  public void readFrom(DataInput in) throws IOException {
    shown = in.readLong();
    start = in.readLong();
    end = in.readLong();
  }

  private ZonedDateTime periodOf(long nanos) {
    return shape.period().start(Instants.ofNanos(nanos).atZone(shape.zone()));
  }

  private static long nanos(ZonedDateTime time) {
    return Instants.toNanos(time.toInstant());
  }
}
