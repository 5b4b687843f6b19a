package dev.tocsin.trace.otlp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which call had which response id, of the latest calls. */
final class Responses {
  private static final int MOST = 100_000;

  @SuppressWarnings("serial")
  private final Map<String, String> calls =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  void note(@Nullable String response, @Nullable String call) {
    if (response != null && call != null) {
      calls.put(response, call);
    }
  }

  /** The call with a response id, or null if none is known. */
  @Nullable String call(@Nullable String response) {
    return response == null ? null : calls.get(response);
  }
}
