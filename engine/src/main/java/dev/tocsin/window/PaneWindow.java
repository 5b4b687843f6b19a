package dev.tocsin.window;

import dev.tocsin.window.Reach.Place;
import dev.tocsin.window.WindowShape.Sliding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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
  private final List<Pane<?>> panes = new ArrayList<>();
  private final FoldState<?> current;
  private final FoldState<?> baseline;
  private Reach reach;

  private record Pane<S extends FoldState<S>>(long index, FoldState<S> state) {}

  PaneWindow(Sliding shape, FoldKind kind) {
    this.shape = shape;
    this.kind = kind;
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
    paneAt(index).state().add(stampNanos, value);
    if (place == Place.CURRENT) {
      current.add(stampNanos, value);
    } else if (place == Place.BASELINE) {
      baseline.add(stampNanos, value);
    }
  }

  @Override
  public void advance(long tickNanos) {
    Reach next = Reach.at(shape, tickNanos);
    if (next.currentFrom() <= reach.currentFrom()) {
      return;
    }
    boolean leftCurrent = false;
    boolean leftBaseline = false;
    int at = 0;
    while (at < panes.size()) {
      Pane<?> pane = panes.get(at);
      Place before = reach.of(pane.index());
      Place after = next.of(pane.index());
      if (before != after) {
        leave(before, pane.state());
        enter(after, pane.state());
        leftCurrent |= before == Place.CURRENT;
        leftBaseline |= before == Place.BASELINE;
        at++;
      } else if (before == Place.BASELINE) {
        at = first(reach.currentFrom()); // none of them moves
      } else if (before == Place.CURRENT) {
        at = first(reach.until());
      } else {
        break;
      }
    }
    panes.subList(0, first(next.baselineFrom())).clear();
    reach = next;
    int firstCurrent = first(reach.currentFrom());
    if (leftCurrent) {
      rebuild(current, panes.subList(firstCurrent, first(reach.until())));
    }
    if (leftBaseline) {
      rebuild(baseline, panes.subList(0, firstCurrent));
    }
  }

  @Override
  public long nextChange() {
    int firstCurrent = first(reach.currentFrom());
    int firstAhead = first(reach.until());
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
    return panes.isEmpty();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(reach.currentFrom());
    out.writeInt(panes.size());
    for (Pane<?> pane : panes) {
      out.writeLong(pane.index());
      pane.state().writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    reach = Reach.from(shape, in.readLong());
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long index = in.readLong();
      FoldState<?> state = kind.read(in);
      panes.add(pane(index, state));
      enter(reach.of(index), state);
    }
  }

  private long endOf(int at) {
    return (panes.get(at).index() + 1) * shape.paneNanos();
  }

  /** The place in the row of the first pane with at least an index. */
  private int first(long index) {
    int low = 0;
    int high = panes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (panes.get(middle).index() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Pane<?> paneAt(long index) {
    int at = panes.size();
    while (at > 0 && panes.get(at - 1).index() > index) {
      at--;
    }
    if (at > 0 && panes.get(at - 1).index() == index) {
      return panes.get(at - 1);
    }
    Pane<?> pane = pane(index, kind.empty());
    panes.add(at, pane);
    return pane;
  }

  private void enter(Place place, FoldState<?> part) {
    if (place == Place.CURRENT) {
      merge(current, part);
    } else if (place == Place.BASELINE) {
      merge(baseline, part);
    }
  }

  private void leave(Place place, FoldState<?> part) {
    if (place == Place.CURRENT) {
      subtract(current, part);
    } else if (place == Place.BASELINE) {
      subtract(baseline, part);
    }
  }

  // The states of one window are all of one kind, which the type system cannot see.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Pane<?> pane(long index, FoldState<?> state) {
    return new Pane(index, state);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void merge(FoldState<?> into, FoldState<?> part) {
    ((FoldState) into).merge((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void subtract(FoldState<?> from, FoldState<?> part) {
    ((FoldState) from).subtract((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void rebuild(FoldState<?> total, List<Pane<?>> parts) {
    ((FoldState) total).rebuild(parts.stream().map(Pane::state).toList());
  }
}
