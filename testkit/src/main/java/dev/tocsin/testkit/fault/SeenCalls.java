package dev.tocsin.testkit.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which faults the last calls are in, so that their scores follow them. */
final class SeenCalls {
  /** As many as an engine remembers for scores, or more. */
  static final int MOST = 100_000;

  private final Map<String, Hits> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Hits> eldest) {
          return size() > MOST;
        }
      };

  void add(@Nullable String id, Hits hits) {
    if (id != null) {
      byId.put(id, hits);
    }
  }

  /** Null for a call that was not seen. */
  @Nullable Hits of(String id) {
    return byId.get(id);
  }
}
