package dev.tocsin.api;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of alerts as texts: {@code quality_drop{user="u1"}/2026-10-03T10:16:00Z}. */
final class AlertKeys {
  private AlertKeys() {}

  static String of(String rule, Map<String, String> group, AlertReason reason, Instant activation) {
    return rule
        + group(group)
        + (reason == AlertReason.CONDITION ? "" : "!" + reason.label())
        + "/"
        + activation;
  }

  private static String group(Map<String, String> group) {
    return group.isEmpty()
        ? ""
        : group.entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + escaped(entry.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
