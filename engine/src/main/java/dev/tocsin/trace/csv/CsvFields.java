package dev.tocsin.trace.csv;

import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.Set;
import java.util.TreeSet;

/** The fields that a column may be: those of the native format, and some in other units. */
final class CsvFields {
  static final String SCORE = "score.";
  static final String ATTRIBUTE = "attr.";

  private static final Set<String> NAMES =
      Set.of(
          "audio_input_tokens",
          "audio_output_tokens",
          "batch",
          "cache_hit",
          "cache_write_tokens",
          "cached_tokens",
          "call",
          "context",
          "cost_usd",
          "environment",
          "error",
          "feature",
          "feedback",
          "finish_reason",
          "id",
          "input",
          "input_tokens",
          "label",
          "latency_ms",
          "latency_s",
          "model",
          "name",
          "operation",
          "output",
          "output_tokens",
          "parent",
          "prompt",
          "prompt_label",
          "prompt_version",
          "provider",
          "reason",
          "reasoning_tokens",
          "reference",
          "retries",
          "service_tier",
          "session",
          "source",
          "start",
          "start_s",
          "start_utc",
          "status",
          "tags",
          "task_completed",
          "time",
          "time_s",
          "time_utc",
          "trace",
          "ttft_ms",
          "ttft_s",
          "type",
          "user",
          "value",
          "version");

  private static final Set<String> TIMES =
      Set.of("time", "time_s", "time_utc", "start", "start_s", "start_utc");

  private CsvFields() {}

  static boolean isField(String name) {
    return NAMES.contains(name)
        || (name.startsWith(SCORE) && name.length() > SCORE.length())
        || (name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length());
  }

  static boolean isTime(String name) {
    return TIMES.contains(name);
  }

  static String nearest(String name) {
    return Suggestions.nearest(name, NAMES)
        .orElseGet(
            () -> "fields are score.NAME, attr.NAME, " + String.join(", ", new TreeSet<>(NAMES)));
  }
}
