package dev.tocsin.window;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What a fold remembers of the numbers it has seen. All state is integer, so that
 *
 * <ul>
 *   <li>two halves of the numbers folded apart and merged equal the whole folded at once,
 *   <li>subtracting what was merged leaves nothing behind,
 *   <li>order does not matter.
 * </ul>
 *
 * @param <S> the implementing type
 */
public sealed interface FoldState<S extends FoldState<S>>
    permits CountState, SumState, RatioState, HistogramState, LastState {

  /** Which fold this is the state of. */
  FoldKind kind();

  /** How many numbers were folded. */
  long samples();

  /** Folds one number. */
  void add(long value);

  /** Folds all that another state has folded. */
  void merge(S other);

  /** Takes back all that another state has folded; it must have been merged before. */
  void subtract(S other);

  /**
   * Called after one or more {@link #subtract}s with the states that this one is the sum of, for
   * what cannot be subtracted.
   */
  default void rebuild(List<S> parts) {}

  /** Writes the state so that {@link FoldKind#read} gives an equal one. */
  void writeTo(DataOutput out) throws IOException;
}
