package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.TextColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a field that folds ask for, as numbers: found once for each call of a batch, however
 * many folds ask.
 */
final class KeyColumn {
  /** The number of a text that nobody asks for. */
  static final int NONE = GroupTable.NONE;

  private final TextColumn column;
  private final GroupTable numbers = new GroupTable(List.of("key"));
  private final int[] keys = new int[CallBatch.CAPACITY];
  private boolean any;
  private long version = -1;

  KeyColumn(TextColumn column) {
    this.column = column;
  }

  /** The number of a text, which is asked for from now on. */
  int number(String text) {
    return numbers.open(new String[] {text});
  }

  /** Whether any call of the batch has a text that is asked for. */
  boolean any(CallBatch batch) {
    of(batch);
    return any;
  }

  /** The number of each call's text; good until the batch is cleared. */
  int[] of(CallBatch batch) {
    if (version != batch.version()) {
      read(batch);
      version = batch.version();
    }
    return keys;
  }

  private void read(CallBatch batch) {
    @Nullable String[] texts = column.of(batch);
    any = false;
    for (int i = 0; i < batch.size(); i++) {
      String text = texts[i];
      int key = text == null ? NONE : numbers.find(text);
      keys[i] = key;
      any |= key != NONE;
    }
  }
}
