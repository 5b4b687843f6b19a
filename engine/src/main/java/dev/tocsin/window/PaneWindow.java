package dev.tocsin.window;

import dev.tocsin.window.Reach.Place;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A sliding window as a row of panes. A stamp belongs to the pane it falls into; the running totals
 * are kept by adding what comes and subtracting the panes that leave, so that reading costs nothing
 * and a pane that leaves costs its own size. At tick T the window holds the panes from floor(T -
 * length) on and the open one; the baseline holds those before, from floor(T - length - baseline)
 * on. With an offset it holds those from floor(T - offset - length) to before floor(T - offset).
 * Panes without numbers do not exist, so a quiet group is small whatever its window.
 */
final class PaneWindow implements Window {
  private final Sliding shape;
  private final FoldKind kind;
  private final PaneRow panes;
  private final FoldState<?> current;
  private final FoldState<?> baseline;
  private Reach reach;

  private double drifted;
  private long nextChange;

  /** Which panes that was found of. */
  private long nextChangeOf = -1;

  /** No tick before this one moves the window. */
  private long moveAt = Long.MIN_VALUE;

  PaneWindow(Sliding shape, FoldKind kind) {
    this.shape = shape;
    this.kind = kind;
    this.panes = new PaneRow(kind);
    this.current = kind.empty();
    this.baseline = kind.empty();
    this.reach = Reach.initial(shape);
  }

  @Override
  public void add(long stampNanos, long value) {
    long index = Math.floorDiv(stampNanos, shape.paneNanos());
    Place place = reach.of(index);
    if (place == Place.GONE) {
      return;
    }
    panes.open(index, current).add(stampNanos, value);
    if (place == Place.CURRENT) {
      current.add(stampNanos, value);
      drift(1, current);
    } else if (place == Place.BASELINE) {
      baseline.add(stampNanos, value);
      drift(1, baseline);
    }
  }

  @Override
  public boolean addAll(long fromNanos, long untilNanos, Numbers numbers) {
    long index = Math.floorDiv(fromNanos, shape.paneNanos());
    if (kind == FoldKind.LAST || untilNanos > (index + 1) * shape.paneNanos()) {
      return false;
    }
    Place place = reach.of(index);
    if (place == Place.GONE) {
      return true;
    }
    FoldState<?> pane = panes.open(index, current);
    if (place == Place.CURRENT
        && current instanceof HistogramState whole
        && pane instanceof HistogramState part) {
      whole.addAll(numbers, part);
      drift(numbers.size(), current);
      return true;
    }
    pane.addAll(numbers);
    if (place == Place.CURRENT) {
      current.addAll(numbers);
      drift(numbers.size(), current);
    } else if (place == Place.BASELINE) {
      baseline.addAll(numbers);
      drift(numbers.size(), baseline);
    }
    return true;
  }

  @Override
  public void advance(long tickNanos) {
    if (tickNanos < moveAt) {
      return;
    }
    Reach next = Reach.at(shape, tickNanos);
    moveAt =
        (next.currentFrom() + 1) * shape.paneNanos() + shape.lengthNanos() + shape.offsetNanos();
    if (next.currentFrom() <= reach.currentFrom()) {
      return;
    }
    boolean leftCurrent = false;
    boolean leftBaseline = false;
    int at = 0;
    while (at < panes.size()) {
      Place before = reach.of(panes.index(at));
      Place after = next.of(panes.index(at));
      if (before != after) {
        leave(before, panes.state(at));
        enter(after, panes.state(at));
        leftCurrent |= before == Place.CURRENT;
        leftBaseline |= before == Place.BASELINE;
        at++;
      } else if (before == Place.BASELINE) {
        at = panes.first(reach.currentFrom()); // none of them moves
      } else if (before == Place.CURRENT) {
        at = panes.first(reach.until());
      } else {
        break;
      }
    }
    panes.forgetBefore(next.baselineFrom());
    reach = next;
    nextChangeOf = -1;
    int firstCurrent = panes.first(reach.currentFrom());
    if (leftCurrent) {
      rebuild(current, firstCurrent, panes.first(reach.until()));
    }
    if (leftBaseline) {
      rebuild(baseline, 0, firstCurrent);
    }
  }

  @Override
  public long nextChange() {
    if (nextChangeOf != panes.version()) {
      nextChange = findNextChange();
      nextChangeOf = panes.version();
    }
    return nextChange;
  }

  private long findNextChange() {
    int firstCurrent = panes.first(reach.currentFrom());
    int firstAhead = panes.first(reach.until());
    long next = NEVER;
    if (firstAhead < panes.size()) {
      next = endOf(firstAhead) + shape.offsetNanos();
    }
    if (firstCurrent < firstAhead) {
      next = Math.min(next, endOf(firstCurrent) + shape.offsetNanos() + shape.lengthNanos());
    }
    if (firstCurrent > 0) {
      long back = shape.offsetNanos() + shape.lengthNanos() + shape.baselineNanos();
      next = Math.min(next, endOf(0) + back);
    }
    return next;
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
    return panes.size() == 0;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(reach.currentFrom());
    out.writeInt(panes.size());
    for (int i = 0; i < panes.size(); i++) {
      out.writeLong(panes.index(i));
      panes.state(i).writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    reach = Reach.from(shape, in.readLong());
    nextChangeOf = -1;
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      FoldState<?> state = kind.read(in);
      panes.append(index, state);
      enter(reach.of(index), state);
    }
  }

  private long endOf(int at) {
    return (panes.index(at) + 1) * shape.paneNanos();
  }

  @Override
  public double drifted() {
    return shape.baselineNanos() == 0 ? Double.POSITIVE_INFINITY : drifted;
  }

  /** So many numbers came to, or are about to leave, those that a state holds. */
  private void drift(long numbers, FoldState<?> among) {
    if (shape.baselineNanos() != 0) {
      drifted += (double) numbers / among.samples();
    }
  }

  private void enter(Place place, FoldState<?> part) {
    if (place == Place.CURRENT) {
      merge(current, part);
      drift(part.samples(), current);
    } else if (place == Place.BASELINE) {
      merge(baseline, part);
      drift(part.samples(), baseline);
    }
  }

  private void leave(Place place, FoldState<?> part) {
    if (place == Place.CURRENT) {
      drift(part.samples(), current);
      subtract(current, part);
    } else if (place == Place.BASELINE) {
      drift(part.samples(), baseline);
      subtract(baseline, part);
    }
  }

  // The states of one window are all of one kind, which the type system cannot see.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void merge(FoldState<?> into, FoldState<?> part) {
    ((FoldState) into).merge((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void subtract(FoldState<?> from, FoldState<?> part) {
    ((FoldState) from).subtract((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void rebuild(FoldState<?> total, int from, int until) {
    if (!total.needsRebuild()) {
      return;
    }
    ((FoldState) total).rebuild((List) panes.states(from, until));
  }
}
