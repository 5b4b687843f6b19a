package dev.tocsin.event;

import org.jspecify.annotations.Nullable;

/** A field's texts in the calls of a batch, read once. Confined to one thread. */
public final class TextColumn {
  private final Field field;
  private final @Nullable String[] values = new String[CallBatch.CAPACITY];
  private long version = -1;

  TextColumn(Field field) {
    this.field = field;
  }

  /** By the place of the call, null where not known; good until the batch is cleared. */
  public @Nullable String[] of(CallBatch batch) {
    if (version != batch.version()) {
      read(batch);
      version = batch.version();
    }
    return values;
  }

  private void read(CallBatch batch) {
    if (field instanceof Field.Text text) {
      text.reader().readAll(batch, values);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      values[i] = Fields.dimension(field, batch.row(i));
    }
  }
}
