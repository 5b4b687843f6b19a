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
  private final CallBatch batch;
  private final Selection selection;
  private final NumberRun run;
  private final int[] rows = new int[CallBatch.CAPACITY];
  private final @Nullable NumberColumn column;
  private final @Nullable RowTest test;
  private final @Nullable Field identified;
  private final byte[] truths;
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
      return new NumberSource(batch, selection, columns.numbers(value.field()), null, null);
    }
    if (what instanceof FoldPlan.Share share) {
      RowTest test = RowTest.of(share.predicate(), columns);
      return new NumberSource(batch, selection, null, test, null);
    }
    if (what instanceof FoldPlan.Identity identity) {
      return new NumberSource(batch, selection, null, null, identity.field());
    }
    return new NumberSource(batch, selection, null, null, null);
  }

  /** The numbers of the batch. */
  NumberRun run() {
    if (version != batch.version()) {
      take(selection.size(), selection.rows());
      version = batch.version();
    }
    return run;
  }

  private void take(int size, int[] from) {
    long[] into = run.numbers().toFill(CallBatch.CAPACITY);
    run.rows(rows);
    if (column != null) {
      run.numbers().size(takeNumbers(column.of(batch), from, size, into));
    } else if (test != null) {
      run.numbers().size(takeTruths(test, from, size, into));
    } else if (identified != null) {
      run.numbers().size(takeIdentities(identified, from, size, into));
    } else {
      run.rows(from); // calls are only counted: what the numbers are does not matter
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
