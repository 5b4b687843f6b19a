package dev.tocsin.testkit.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure for the page. */
final class FailureJson {
  private FailureJson() {}

  static Map<String, @Nullable Object> of(Failure failure) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("place", failure.place());
    json.put("expected", failure.expected());
    json.put("but", failure.found());
    json.put("at", failure.at().map(Instant::toEpochMilli).orElse(null));
    json.put("timeline", failure.timeline());
    return json;
  }
}
