package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads each call by the text of one field to the folds that ask for this text. */
final class EqualityIndex {
  private final TextColumn column;
  private final CallBatch batch;
  private final Map<String, Route[]> byText = new HashMap<>();
  private final List<Route> taken = new ArrayList<>();

  /** Where calls go that have one of some texts. */
  static final class Route {
    private final Selection selection;
    private final List<BatchFold> folds = new ArrayList<>();

    Route(CallBatch batch) {
      this.selection = Selection.routed(batch);
    }

    Selection selection() {
      return selection;
    }

    void add(BatchFold fold) {
      folds.add(fold);
    }
  }

  EqualityIndex(TextColumn column, CallBatch batch) {
    this.column = column;
    this.batch = batch;
  }

  Route route(Set<String> texts) {
    Route route = new Route(batch);
    for (String text : texts) {
      Route[] before = byText.getOrDefault(text, new Route[0]);
      Route[] routes = Arrays.copyOf(before, before.length + 1);
      routes[before.length] = route;
      byText.put(text, routes);
    }
    return route;
  }

  /** Folds the calls of the batch, each only where it is asked for. */
  void fold() {
    @Nullable String[] texts = column.of(batch);
    for (int row = 0; row < batch.size(); row++) {
      String text = texts[row];
      Route[] routes = text == null ? null : byText.get(text);
      if (routes == null) {
        continue;
      }
      for (Route route : routes) {
        if (route.selection.size() == 0) {
          taken.add(route);
        }
        route.selection.add(row);
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      List<BatchFold> folds = taken.get(i).folds;
      for (int j = 0; j < folds.size(); j++) {
        folds.get(j).batch();
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      taken.get(i).selection.clear();
    }
    taken.clear();
  }
}
