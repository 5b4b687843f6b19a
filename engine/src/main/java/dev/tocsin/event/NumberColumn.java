package dev.tocsin.event;

/** A field's numbers in the calls of a batch, read once. Confined to one thread. */
public final class NumberColumn {
  private final Field.NumberReader reader;
  private final long[] values = new long[CallBatch.CAPACITY];
  private long version = -1;

  NumberColumn(Field.Number field) {
    this.reader = field.reader();
  }

  /** By the place of the call; the array is good until the batch is cleared. */
  public long[] of(CallBatch batch) {
    if (version != batch.version()) {
      reader.readAll(batch, values);
      version = batch.version();
    }
    return values;
  }
}
