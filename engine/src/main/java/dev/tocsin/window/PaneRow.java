package dev.tocsin.window;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panes of one window that hold numbers, in the order of time. The newest is the one that most
 * numbers go to. What a pane that left held its numbers in is used again for a new one, so that a
 * window that is full allocates next to nothing.
 */
final class PaneRow {
  private static final int INITIAL = 2;

  /** After a pane with so many numbers the next will have many too. */
  private static final int MANY = 256;

  private final FoldKind kind;
  private long[] indexes = new long[INITIAL];
  private @Nullable FoldState<?>[] states = new FoldState<?>[INITIAL];
  private int size;
  private long version;
  private @Nullable FoldState<?> spare;

  PaneRow(FoldKind kind) {
    this.kind = kind;
  }

  int size() {
    return size;
  }

  /** Changes when a pane comes or goes. */
  long version() {
    return version;
  }

  /** The number of a pane: its begin over its length. */
  long index(int at) {
    return indexes[at];
  }

  @SuppressWarnings("NullAway") // all below the size are there
  FoldState<?> state(int at) {
    return states[at];
  }

  /** The states of the panes from a place on and before another one; until one comes or goes. */
  List<FoldState<?>> states(int from, int until) {
    return new Stretch(from, until - from);
  }

  /** A view, since a list of hundreds of panes for each that leaves is garbage. */
  private final class Stretch extends AbstractList<FoldState<?>> {
    private final int from;
    private final int length;

    private Stretch(int from, int length) {
      this.from = from;
      this.length = length;
    }

    @Override
    public FoldState<?> get(int at) {
      return state(from + at);
    }

    @Override
    public int size() {
      return length;
    }
  }

  /** The place of the first pane with at least an index. */
  int first(long index) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (indexes[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The state of the pane of an index, which there is from now on.
   *
   * @param total what all panes that show add up to; the pane will hold much the same numbers
   */
  FoldState<?> open(long index, FoldState<?> total) {
    if (size > 0 && indexes[size - 1] == index) {
      return state(size - 1);
    }
    int at = first(index);
    if (at < size && indexes[at] == index) {
      return state(at);
    }
    FoldState<?> opened = fresh();
    if (at > 0
        && state(at - 1).samples() >= MANY
        && opened instanceof HistogramState histogram
        && total instanceof HistogramState whole) {
      histogram.expectLike(whole);
    }
    insert(at, index, opened);
    return opened;
  }

  /** A pane behind all others, with its state. */
  void append(long index, FoldState<?> state) {
    insert(size, index, state);
  }

  void forgetBefore(long index) {
    int gone = first(index);
    if (gone == 0) {
      return;
    }
    spare = states[0];
    System.arraycopy(indexes, gone, indexes, 0, size - gone);
    System.arraycopy(states, gone, states, 0, size - gone);
    Arrays.fill(states, size - gone, size, null);
    size -= gone;
    version++;
  }

  private FoldState<?> fresh() {
    FoldState<?> reused = spare;
    if (reused == null) {
      return kind.empty();
    }
    spare = null;
    reused.clear();
    return reused;
  }

  private void insert(int at, long index, FoldState<?> state) {
    if (size == indexes.length) {
      indexes = Arrays.copyOf(indexes, 2 * size);
      states = Arrays.copyOf(states, 2 * size);
    }
    System.arraycopy(indexes, at, indexes, at + 1, size - at);
    System.arraycopy(states, at, states, at + 1, size - at);
    indexes[at] = index;
    states[at] = state;
    size++;
    version++;
  }
}
