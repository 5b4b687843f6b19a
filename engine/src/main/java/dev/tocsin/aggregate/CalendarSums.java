package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.PeriodClock;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape.Calendar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts and sums of many groups in the running period of the calendar: 24 bytes a group. When the
 * period ends, all groups are looked at once.
 */
final class CalendarSums implements GroupStates {
  private final Calendar shape;
  private PeriodClock period;
  private final SumTotals totals;
  private final SlotSet filled = new SlotSet();

  /** Groups that became empty and were not told of yet. */
  private final SlotSet emptied = new SlotSet();

  CalendarSums(Calendar shape, FoldKind kind) {
    this.shape = shape;
    this.period = new PeriodClock(shape);
    this.totals = new SumTotals(kind);
  }

  @Override
  public void open(int slot) {
    totals.open(slot);
  }

  @Override
  public void add(int slot, long stampNanos, long value) {
    if (stampNanos >= period.end()) {
      moveTo(stampNanos);
    }
    if (stampNanos >= period.start()) {
      add(slot, value);
    }
  }

  @Override
  public void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos) {
    if (fromNanos >= period.end()) {
      moveTo(fromNanos);
    }
    if (fromNanos < period.start() || untilNanos > period.end()) {
      for (int i = 0; i < size; i++) {
        add(slots[i], stamps[i], values[i]);
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      add(slots[i], values[i]);
    }
  }

  private void add(int slot, long value) {
    if (totals.count(slot) == 0) {
      filled.add(slot);
    }
    totals.add(slot, 1, value);
  }

  private void moveTo(long nanos) {
    period.moveTo(nanos);
    for (int i = 0; i < filled.size(); i++) {
      totals.clear(filled.get(i));
      emptied.add(filled.get(i));
    }
    filled.clear();
  }

  @Override
  public void advance(long tick, SlotSet changed) {
    if (tick > period.end()) {
      moveTo(tick - 1);
    }
    for (int i = 0; i < emptied.size(); i++) {
      changed.add(emptied.get(i));
    }
    emptied.clear();
  }

  @Override
  public long nextChange() {
    if (!emptied.isEmpty()) {
      return Long.MIN_VALUE; // at the next tick, whenever that is
    }
    return filled.isEmpty() ? Window.NEVER : period.end() + 1;
  }

  @Override
  public boolean isEmpty(int slot) {
    return totals.count(slot) == 0;
  }

  @Override
  public long samples(int slot) {
    return totals.count(slot);
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    return totals.read(reading, slot);
  }

  @Override
  public void writeTo(DataOutput out, int[] slots) throws IOException {
    period.writeTo(out);
    for (int slot : slots) {
      out.writeLong(totals.count(slot));
      out.writeLong(totals.low(slot));
      out.writeLong(totals.high(slot));
    }
  }

  @Override
  public void readFrom(DataInput in, int[] slots) throws IOException {
    PeriodClock written = new PeriodClock(shape);
    written.readFrom(in);
    if (written.start() > period.start()) {
      if (!filled.isEmpty()) {
        moveTo(written.start());
      }
      period = written;
    }
    for (int slot : slots) {
      totals.set(slot, in.readLong(), in.readLong(), in.readLong());
      if (written.start() < period.start()) {
        totals.clear(slot);
      } else if (totals.count(slot) > 0) {
        filled.add(slot);
      }
    }
  }
}
