package dev.tocsin.event;

import dev.tocsin.api.Event;

/** A field's numbers in the calls of a batch, read once. Confined to one thread. */
public final class NumberColumn {
  private final Field.NumberReader reader;
  private final long[] values = new long[CallBatch.CAPACITY];
  private long version = -1;
  private int unknown;

  NumberColumn(Field.Number field) {
    this.reader = field.reader();
  }

  /** By the place of the call; the array is good until the batch is cleared. */
  public long[] of(CallBatch batch) {
    if (version != batch.version()) {
      reader.readAll(batch, values);
      version = batch.version();
      int missing = 0;
      for (int i = 0; i < batch.size(); i++) {
        missing += values[i] == Event.UNKNOWN ? 1 : 0;
      }
      unknown = missing;
    }
    return values;
  }

  /** How many calls do not have the number; ask for the numbers first. */
  public int unknown() {
    return unknown;
  }

  /** Whether only calls that carry scores can have the number. */
  public boolean isScore() {
    return reader instanceof ScoreReader;
  }
}
