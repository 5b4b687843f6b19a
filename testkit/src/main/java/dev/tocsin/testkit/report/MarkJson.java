package dev.tocsin.testkit.report;

import dev.tocsin.testkit.Replay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands across the plots. */
final class MarkJson {
  private MarkJson() {}

  static Stream<Map<String, @Nullable Object>> of(String kind, List<Replay.Mark> marks) {
    return marks.stream()
        .map(
            mark -> {
              Map<String, @Nullable Object> json = new LinkedHashMap<>();
              json.put("kind", kind);
              json.put("from", mark.from().toEpochMilli());
              json.put("until", mark.until().toEpochMilli());
              json.put("text", mark.text());
              return json;
            });
  }
}
