package dev.tocsin.window;

import dev.tocsin.api.Instants;
import dev.tocsin.window.WindowShape.Calendar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one period of the calendar: the running one, or one so many periods back; then
 * those in between are kept until their turn. What belongs to a period before the one that shows is
 * left out. The tick that falls on the end of a period still shows all of it.
 */
final class CalendarWindow implements Window {
  private final Calendar shape;
  private final FoldKind kind;
  private final TreeMap<Long, FoldState<?>> coming = new TreeMap<>();
  private final FoldState<?> baseline;
  private FoldState<?> current;
  private long shown = Long.MIN_VALUE;
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
    if (stampNanos < shown) {
      return;
    }
    long period = stampNanos >= start ? start : nanos(periodOf(stampNanos));
    FoldState<?> state =
        period == shown ? current : coming.computeIfAbsent(period, from -> kind.empty());
    state.add(stampNanos, value);
  }

  @Override
  public boolean addAll(long fromNanos, long untilNanos, Numbers numbers) {
    if (fromNanos >= end) {
      moveTo(fromNanos);
    }
    if (kind == FoldKind.LAST || start != shown || fromNanos < start || untilNanos > end) {
      return false;
    }
    current.addAll(numbers);
    return true;
  }

  @Override
  public void advance(long tickNanos) {
    if (tickNanos > end) {
      moveTo(tickNanos - 1);
    }
  }

  @Override
  public long nextChange() {
    if (current.samples() > 0) {
      return end + 1;
    }
    if (coming.isEmpty()) {
      return NEVER;
    }
    ZonedDateTime running = Instants.ofNanos(coming.firstKey()).atZone(shape.zone());
    for (int i = 0; i < shape.back(); i++) {
      running = shape.period().end(running);
    }
    return nanos(running) + 1;
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
    return current.samples() == 0 && coming.isEmpty();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(shown);
    out.writeLong(start);
    out.writeLong(end);
    current.writeTo(out);
    out.writeInt(coming.size());
    for (Map.Entry<Long, FoldState<?>> period : coming.entrySet()) {
      out.writeLong(period.getKey());
      period.getValue().writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    shown = in.readLong();
    start = in.readLong();
    end = in.readLong();
    current = kind.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      long period = in.readLong();
      coming.put(period, kind.read(in));
    }
  }

  private void moveTo(long nanos) {
    ZonedDateTime running = periodOf(nanos);
    start = nanos(running);
    end = nanos(shape.period().end(running));
    ZonedDateTime back = running;
    for (int i = 0; i < shape.back(); i++) {
      back = shape.period().start(back.minusNanos(1));
    }
    shown = nanos(back);
    coming.headMap(shown).clear();
    @Nullable FoldState<?> kept = coming.remove(shown);
    if (kept != null) {
      current = kept;
    } else if (current.samples() > 0) {
      current = kind.empty();
    }
  }

  private ZonedDateTime periodOf(long nanos) {
    return shape.period().start(Instants.ofNanos(nanos).atZone(shape.zone()));
  }

  private static long nanos(ZonedDateTime time) {
    return Instants.toNanos(time.toInstant());
  }
}
