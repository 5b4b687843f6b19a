package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.yaml.KnownKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of mappings in a test file, with the keys that each may have. */
final class TestPlace {
  static final KnownKeys FILE =
      new KnownKeys(
          "a test file",
          List.of("rules", "zone", "tests"),
          Map.of("rule_files", "rules", "timezone", "zone", "groups", "tests")) {
        @Override
        protected boolean isFree(String key) {
          return key.startsWith("x-"); // holds anchors
        }
      };

  static final KnownKeys TEST =
      new KnownKeys(
          "a test",
          List.of(
              "name",
              "trace",
              "events",
              "start",
              "inject",
              "until",
              "drain",
              "allowed_lateness",
              "expect"),
          Map.of(
              "traces", "trace",
              "input_series", "events",
              "expectations", "expect",
              "assert", "expect",
              "faults", "inject"));

  static final KnownKeys EXPECTATION =
      new KnownKeys(
          "an expectation",
          List.of(
              "alert",
              "of",
              "reason",
              "pending",
              "fires",
              "resolves",
              "severity",
              "labels",
              "annotations",
              "sent_to",
              "not_sent_to",
              "receivers",
              "does",
              "value",
              "tolerance",
              "never",
              "during",
              "at",
              "is",
              "message",
              "trace",
              "no_other_alerts"),
          Map.ofEntries(
              Map.entry("rule", "alert"),
              Map.entry("alertname", "alert"),
              Map.entry("group", "of"),
              Map.entry("firing", "fires"),
              Map.entry("fired", "fires"),
              Map.entry("resolved", "resolves"),
              Map.entry("exp_labels", "labels"),
              Map.entry("exp_annotations", "annotations"),
              Map.entry("eval_time", "at"),
              Map.entry("state", "is"),
              Map.entry("channels", "sent_to"),
              Map.entry("actions", "does"),
              Map.entry("within", "fires"))) {
        @Override
        protected Optional<String> hint(String key) {
          return List.of("within", "after", "between").contains(key)
              ? Optional.of("as in: fires: {within: 5m, after: 10:00}")
              : Optional.empty();
        }
      };

  static final KnownKeys WHEN =
      new KnownKeys(
          "a time of an expectation",
          List.of("at", "after", "within", "between", "before", "times"),
          Map.of("from", "after", "until", "before", "by", "before", "count", "times"));

  static final KnownKeys MESSAGE =
      new KnownKeys(
          "a message",
          List.of(
              "to",
              "receiver",
              "cause",
              "alerts",
              "firing",
              "resolved",
              "title",
              "text",
              "at",
              "after",
              "within",
              "between",
              "before",
              "times"),
          Map.of("channel", "to", "alert", "alerts", "rules", "alerts", "count", "times"));

  static final KnownKeys TRACE =
      new KnownKeys(
          "the totals of a trace",
          List.of(
              "events",
              "calls",
              "cost",
              "unpriced",
              "skipped",
              "late",
              "duplicates",
              "orphan_scores",
              "tolerance"),
          Map.of("cost_usd", "cost", "bad", "skipped"));

  private TestPlace() {}
}
