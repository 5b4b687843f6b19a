package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Columns;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Observation;
import dev.tocsin.event.TextColumn;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of all folds that look at the same calls by the same dimensions: the place of each
 * call's group is found once.
 */
final class Grouping {
  private final List<String> dimensions;
  private final List<Field> by;
  private final TextColumn[] columns;
  private final String[] key;
  private GroupTable table;

  Grouping(FoldPlan fold, Columns columns) {
    this.dimensions = fold.dimensions();
    this.by = fold.by();
    this.columns = by.stream().map(columns::texts).toArray(TextColumn[]::new);
    this.key = new String[dimensions.size()];
    this.table = new GroupTable(dimensions);
  }

  GroupTable table() {
    return table;
  }

  /** Takes over the places of an equal grouping. */
  void adopt(Grouping other) {
    table = other.table;
  }

  /** Finds the places of the groups of some calls; {@link GroupTable#NONE} where there is none. */
  void find(CallBatch batch, int[] rows, int size, int[] into) {
    if (columns.length == 1 && key.length == 1) {
      @Nullable String[] texts = columns[0].of(batch);
      for (int i = 0; i < size; i++) {
        String text = texts[rows[i]];
        into[i] = table.find(text == null ? Group.NONE : text);
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      into[i] = table.find(key(batch, rows[i], null));
    }
  }

  /** The values of a call's group; good until the next one is asked for. */
  String[] key(CallBatch batch, int row, @Nullable String metric) {
    for (int i = 0, field = 0; i < key.length; i++) {
      String value = isMetric(metric, i) ? metric : columns[field++].of(batch)[row];
      key[i] = value == null ? Group.NONE : value;
    }
    return key;
  }

  /** The values of an event's group; good until the next one is asked for. */
  String[] key(Observation event, @Nullable String metric) {
    for (int i = 0, field = 0; i < key.length; i++) {
      String value = isMetric(metric, i) ? metric : Fields.dimension(by.get(field++), event);
      key[i] = value == null ? Group.NONE : value;
    }
    return key;
  }

  private boolean isMetric(@Nullable String metric, int dimension) {
    return metric != null && dimensions.get(dimension).equals(FoldPlan.METRIC);
  }
}
