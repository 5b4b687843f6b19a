package dev.tocsin.aggregate;

import dev.tocsin.api.Event;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Columns;
import dev.tocsin.event.Field;
import dev.tocsin.event.NumberColumn;
import dev.tocsin.event.RowTest;
import dev.tocsin.plan.FoldPlan;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes one number from each call that has it; once a batch, for all folds that want the same. */
final class NumberSource {
  /** As many numbers as a batch holds, none with more bits, do not overflow when added up. */
  private static final int SAFE_BITS = Long.SIZE - 1 - 8;

  private final CallBatch batch;
  private final Selection selection;
  private final NumberRun run;
  private final int[] rows = new int[CallBatch.CAPACITY];
  private final @Nullable NumberColumn column;
  private final @Nullable RowTest test;
  private final @Nullable Field identified;
  private final byte[] truths;
  private final Runnable spellOut = this::spellOut;
  private boolean wantsEach;
  private long version = -1;

  private NumberSource(
      CallBatch batch,
      Selection selection,
      @Nullable NumberColumn column,
      @Nullable RowTest test,
      @Nullable Field identified) {
    this.batch = batch;
    this.selection = selection;
    this.run = new NumberRun(batch);
    this.column = column;
    this.test = test;
    this.identified = identified;
    this.truths = new byte[test == null ? 0 : CallBatch.CAPACITY];
  }

  static NumberSource of(
      CallBatch batch, Selection selection, FoldPlan.What what, Columns columns) {
    if (what instanceof FoldPlan.Value value) {
      NumberColumn column = columns.numbers(value.field());
      Selection from = column.isScore() ? selection.scored() : selection;
      return new NumberSource(batch, from, column, null, null);
    }
    if (what instanceof FoldPlan.Share share) {
      RowTest test = RowTest.of(share.predicate(), columns);
      Selection from = test.needsScores() ? selection.scored() : selection;
      return new NumberSource(batch, from, null, test, null);
    }
    if (what instanceof FoldPlan.Identity identity) {
      return new NumberSource(batch, selection, null, null, identity.field());
    }
    return new NumberSource(batch, selection, null, null, null);
  }

  /** Somebody wants more than how many numbers there are and what they add up to. */
  void wantsEach() {
    wantsEach = true;
  }

  /** The numbers of the batch. */
  NumberRun run() {
    if (version != batch.version()) {
      int size = selection.size();
      if (wantsEach || !takeTotal(size)) {
        takeEach(size);
      }
      version = batch.version();
    }
    return run;
  }

  private void spellOut() {
    takeEach(selection.size());
  }

  /** Takes how many numbers there are and what they add up to; false when that is not enough. */
  private boolean takeTotal(int size) {
    if (column != null) {
      return takeSum(column.of(batch), size);
    }
    if (test == null || identified != null) {
      return false;
    }
    test.test(batch, selection.rows(), size, truths);
    int held = 0;
    int unknown = 0;
    for (int i = 0; i < size; i++) {
      held += truths[i] >>> 1;
      unknown += truths[i] & 1;
    }
    run.numbers().total(size - unknown, held);
    run.isTotal(spellOut);
    return true;
  }

  private boolean takeSum(long[] values, int size) {
    int[] from = selection.rows();
    boolean all = selection.isAll();
    long sum = 0;
    long bits = 0;
    int unknown = 0;
    for (int i = 0; i < size; i++) {
      long value = values[all ? i : from[i]];
      if (value == Event.UNKNOWN) {
        unknown++;
      } else {
        sum += value;
        bits |= value ^ (value >> (Long.SIZE - 1));
      }
    }
    if (bits >>> SAFE_BITS != 0) {
      return false;
    }
    run.numbers().total(size - unknown, sum);
    run.isTotal(spellOut);
    return true;
  }

  private void takeEach(int size) {
    int[] from = selection.rows();
    run.isSpeltOut();
    run.rows(rows);
    if (column != null) {
      long[] values = column.of(batch);
      if (selection.isAll() && column.unknown() == 0) {
        run.rows(from);
        run.numbers().view(values, size);
        return;
      }
      long[] into = run.numbers().toFill(CallBatch.CAPACITY);
      boolean none = column.unknown() == batch.size();
      run.numbers().size(none ? 0 : takeNumbers(values, from, size, into));
    } else if (test != null) {
      long[] into = run.numbers().toFill(CallBatch.CAPACITY);
      run.numbers().size(takeTruths(test, from, size, into));
    } else if (identified != null) {
      long[] into = run.numbers().toFill(CallBatch.CAPACITY);
      run.numbers().size(takeIdentities(identified, from, size, into));
    } else {
      run.rows(from); // calls are only counted: what the numbers are does not matter
      run.numbers().toFill(CallBatch.CAPACITY);
      run.numbers().size(size);
    }
  }

  private int takeNumbers(long[] values, int[] from, int size, long[] into) {
    int taken = 0;
    for (int i = 0; i < size; i++) {
      int row = from[i];
      long value = values[row];
      into[taken] = value;
      rows[taken] = row;
      taken += value == Event.UNKNOWN ? 0 : 1;
    }
    return taken;
  }

  private int takeTruths(RowTest predicate, int[] from, int size, long[] into) {
    predicate.test(batch, from, size, truths);
    int taken = 0;
    for (int i = 0; i < size; i++) {
      byte truth = truths[i];
      into[taken] = truth == RowTest.TRUE ? 1 : 0;
      rows[taken] = from[i];
      taken += truth == RowTest.UNKNOWN ? 0 : 1;
    }
    return taken;
  }

  private int takeIdentities(Field field, int[] from, int size, long[] into) {
    int taken = 0;
    for (int i = 0; i < size; i++) {
      OptionalLong identity = Identities.of(field, batch.row(from[i]));
      if (identity.isPresent()) {
        into[taken] = identity.getAsLong();
        rows[taken++] = from[i];
      }
    }
    return taken;
  }
}
