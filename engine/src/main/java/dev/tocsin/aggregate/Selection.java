package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.RowTest;
import org.jspecify.annotations.Nullable;

/** Which calls of a batch a fold looks at; found once a batch, when first asked. */
final class Selection {
  private final CallBatch batch;
  private final @Nullable Selection among;
  private final @Nullable RowTest test;
  private final int[] rows = new int[CallBatch.CAPACITY];
  private final byte[] truths;
  private int size;
  private long version = -1;

  private Selection(CallBatch batch, @Nullable Selection among, @Nullable RowTest test) {
    this.batch = batch;
    this.among = among;
    this.test = test;
    this.truths = new byte[test == null ? 0 : CallBatch.CAPACITY];
    if (among == null) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = i;
      }
    }
  }

  /** All calls. */
  static Selection all(CallBatch batch) {
    return new Selection(batch, null, null);
  }

  /** Whether no call is left out. */
  boolean isAll() {
    return among == null && version != Long.MAX_VALUE;
  }

  /** Those that carry scores. */
  Selection scored() {
    return new Selection(batch, this, null);
  }

  /** Those for which a test is true, of those that are selected here. */
  Selection where(RowTest further) {
    return new Selection(batch, this, further);
  }

  /** Calls that somebody else {@link #add}s. */
  static Selection routed(CallBatch batch) {
    Selection selection = new Selection(batch, null, null);
    selection.size = 0;
    selection.version = Long.MAX_VALUE;
    return selection;
  }

  /** Adds a call to a selection that is {@link #routed}. */
  void add(int row) {
    rows[size++] = row;
  }

  /** Removes all calls from a selection that is {@link #routed}. */
  void clear() {
    size = 0;
  }

  /** The places of the calls; ask for the {@link #size} first. */
  int[] rows() {
    return rows;
  }

  /** How many calls there are. */
  int size() {
    if (version != Long.MAX_VALUE && version != batch.version()) {
      select();
      version = batch.version();
    }
    return size;
  }

  private void selectScored(Selection from) {
    int candidates = from.size();
    int[] places = from.isAll() ? batch.scored() : from.rows();
    int selected = 0;
    for (int i = 0; i < (from.isAll() ? batch.scoredSize() : candidates); i++) {
      rows[selected] = places[i];
      selected += batch.call(places[i]).scoreCount() > 0 ? 1 : 0;
    }
    size = selected;
  }

  private void select() {
    if (among == null) {
      size = batch.size();
      return;
    }
    if (test == null) {
      selectScored(among);
      return;
    }
    int candidates = among.size();
    int[] from = among.rows();
    test.test(batch, from, candidates, truths);
    int selected = 0;
    for (int i = 0; i < candidates; i++) {
      rows[selected] = from[i];
      selected += truths[i] >>> 1; // one for TRUE only
    }
    size = selected;
  }
}
