package dev.tocsin.window;

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
 * on. Panes without numbers do not exist, so a quiet group is small whatever its window.
 */
final class PaneWindow implements Window {
  private final Sliding shape;
  private final FoldKind kind;
  private final List<Pane<?>> panes = new ArrayList<>();
  private FoldState<?> current;
  private FoldState<?> baseline;
  private long currentFrom = Long.MIN_VALUE;
  private long baselineFrom = Long.MIN_VALUE;

  private record Pane<S extends FoldState<S>>(long index, FoldState<S> state) {}

  PaneWindow(Sliding shape, FoldKind kind) {
    this.shape = shape;
    this.kind = kind;
    this.current = kind.empty();
    this.baseline = kind.empty();
  }

  @Override
  public void add(long stampNanos, long value) {
    long index = Math.floorDiv(stampNanos, shape.paneNanos());
    if (index < baselineFrom) {
      return;
    }
    paneAt(index).state().add(value);
    (index < currentFrom ? baseline : current).add(value);
  }

  @Override
  public void advance(long tickNanos) {
    long newCurrent = Math.floorDiv(tickNanos - shape.lengthNanos(), shape.paneNanos());
    if (newCurrent <= currentFrom) {
      return;
    }
    long newBaseline = newCurrent - shape.baselineNanos() / shape.paneNanos();
    boolean leftCurrent = false;
    boolean leftBaseline = false;
    int gone = 0;
    for (Pane<?> pane : panes) {
      if (pane.index() >= newCurrent) {
        break;
      }
      if (pane.index() >= currentFrom) {
        subtract(current, pane.state());
        leftCurrent = true;
        if (pane.index() >= newBaseline) {
          merge(baseline, pane.state());
        }
      } else if (pane.index() < newBaseline) {
        subtract(baseline, pane.state());
        leftBaseline = true;
      }
      if (pane.index() < newBaseline) {
        gone++;
      }
    }
    panes.subList(0, gone).clear();
    currentFrom = newCurrent;
    baselineFrom = newBaseline;
    if (leftCurrent) {
      rebuild(current, panes.subList(firstCurrent(), panes.size()));
    }
    if (leftBaseline) {
      rebuild(baseline, panes.subList(0, firstCurrent()));
    }
  }

  @Override
  public long nextChange() {
    int first = firstCurrent();
    long next = NEVER;
    if (first < panes.size()) {
      next = endOf(panes.get(first)) + shape.lengthNanos();
    }
    if (first > 0) {
      next = Math.min(next, endOf(panes.get(0)) + shape.lengthNanos() + shape.baselineNanos());
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
    out.writeLong(currentFrom);
    out.writeLong(baselineFrom);
    out.writeInt(panes.size());
    for (Pane<?> pane : panes) {
      out.writeLong(pane.index());
      pane.state().writeTo(out);
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    currentFrom = in.readLong();
    baselineFrom = in.readLong();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long index = in.readLong();
      FoldState<?> state = kind.read(in);
      panes.add(pane(index, state));
      merge(index < currentFrom ? baseline : current, state);
    }
  }

  private long endOf(Pane<?> pane) {
    return (pane.index() + 1) * shape.paneNanos();
  }

  private int firstCurrent() {
    int first = 0;
    while (first < panes.size() && panes.get(first).index() < currentFrom) {
      first++;
    }
    return first;
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
