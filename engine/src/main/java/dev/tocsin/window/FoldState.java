package dev.tocsin.window;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What a fold remembers of the numbers it has seen. All state is integer, so that for every kind
 *
 * <ul>
 *   <li>two halves of the numbers folded apart and merged equal the whole folded at once,
 *   <li>subtracting what was merged and then rebuilding from what remains leaves nothing behind,
 *   <li>order does not matter, except that {@link LastState} tells numbers of one stamp apart by
 *       which came last.
 * </ul>
 *
 * <p>Counts, sums, sums of squares and buckets are subtracted exactly. Least and greatest number
 * (also those of a {@link HistogramState}), the last number and sets of distinct values are not:
 * after {@link #subtract} they are as before until {@link #rebuild}.
 *
 * @param <S> the implementing type
 */
public sealed interface FoldState<S extends FoldState<S>>
    permits CountState,
        SumState,
        RatioState,
        HistogramState,
        LastState,
        ExtremesState,
        MomentsState,
        DistinctState,
        CategoriesState {

  /** Which fold this is the state of. */
  FoldKind kind();

  /** How many numbers were folded. */
  long samples();

  /** Folds one number. */
  void add(long value);

  /** Folds one number at its stamp, which matters only to what asks for the last one. */
  default void add(long stampNanos, long value) {
    add(value);
  }

  /** Folds numbers whose stamps do not matter. */
  default void addAll(Numbers numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      add(numbers.value(i));
    }
  }

  /** Forgets all that was folded. */
  void clear();

  /** Folds all that another state has folded. */
  void merge(S other);

  /** Takes back all that another state has folded; it must have been merged before. */
  void subtract(S other);

  /** Whether {@link #rebuild} has anything to do since the last {@link #subtract}. */
  default boolean needsRebuild() {
    return false;
  }

  /**
   * Called after one or more {@link #subtract}s with the states that this one is the sum of, for
   * what cannot be subtracted.
   */
  default void rebuild(List<S> parts) {}

  /** Writes the state so that {@link FoldKind#read} gives an equal one. */
  void writeTo(DataOutput out) throws IOException;
}
