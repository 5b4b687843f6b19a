package dev.tocsin.window;

import dev.tocsin.window.WindowShape.Calendar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one period of the calendar: the running one, or one so many periods back; then
 * those in between are kept until their turn. What belongs to a period before the one that shows is
 * left out. The tick that falls on the end of a period still shows all of it.
 */
final class CalendarWindow implements Window {
  private final FoldKind kind;
  private final TreeMap<Long, FoldState<?>> coming = new TreeMap<>();
  private final FoldState<?> baseline;
  private final PeriodClock clock;
  private FoldState<?> current;

  CalendarWindow(Calendar shape, FoldKind kind) {
    this.clock = new PeriodClock(shape);
    this.kind = kind;
    this.current = kind.empty();
    this.baseline = kind.empty();
  }

  @Override
  public void add(long stampNanos, long value) {
    if (stampNanos >= clock.end()) {
      moveTo(stampNanos);
    }
    if (stampNanos < clock.shown()) {
      return;
    }
    long period = clock.startOf(stampNanos);
    FoldState<?> state =
        period == clock.shown() ? current : coming.computeIfAbsent(period, from -> kind.empty());
    state.add(stampNanos, value);
  }

  @Override
  public boolean addAll(long fromNanos, long untilNanos, Numbers numbers) {
    if (fromNanos >= clock.end()) {
      moveTo(fromNanos);
    }
    if (kind == FoldKind.LAST
        || clock.start() != clock.shown()
        || fromNanos < clock.start()
        || untilNanos > clock.end()) {
      return false;
    }
    current.addAll(numbers);
    return true;
  }

  @Override
  public void advance(long tickNanos) {
    if (tickNanos > clock.end()) {
      moveTo(tickNanos - 1);
    }
  }

  @Override
  public long nextChange() {
    if (current.samples() > 0) {
      return clock.end() + 1;
    }
    if (coming.isEmpty()) {
      return NEVER;
    }
    return clock.endOfShowing(coming.firstKey()) + 1;
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
    clock.writeTo(out);
    current.writeTo(out);
    out.writeInt(coming.size());
    for (Map.Entry<Long, FoldState<?>> period : coming.entrySet()) {
      out.writeLong(period.getKey());
      period.getValue().writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    clock.readFrom(in);
    current = kind.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      long period = in.readLong();
      coming.put(period, kind.read(in));
    }
  }

  private void moveTo(long nanos) {
    clock.moveTo(nanos);
    coming.headMap(clock.shown()).clear();
    @Nullable FoldState<?> kept = coming.remove(clock.shown());
    if (kept != null) {
      current = kept;
    } else if (current.samples() > 0) {
      current = kind.empty();
    }
  }
}
