package dev.tocsin.trace.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which traces have exactly one call among the records that were read together. */
public final class OnlyCalls {
  private final Map<String, Optional<String>> calls = new HashMap<>();

  /** None yet. */
  public OnlyCalls() {}

  /** A call of a trace; one without a trace or an id is left out. */
  public void add(@Nullable String trace, @Nullable String call) {
    if (trace != null && call != null) {
      calls.merge(trace, Optional.of(call), (first, second) -> Optional.empty());
    }
  }

  /** The id of the only call; null where there are several, or none. */
  public @Nullable String of(@Nullable String trace) {
    return trace == null ? null : calls.getOrDefault(trace, Optional.empty()).orElse(null);
  }
}
