package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** How an engine fares; what is zero and may be is left out. */
final class StatusText {
  /** Of these, none should be lost without a look. */
  private static final List<String> LOSSES =
      List.of("dropped", "late", "early", "orphan_scores", "unpriced", "overflowed", "unfolded");

  private static final List<String> FAILURES =
      List.of(
          "rule_errors",
          "evaluator_failures",
          "evaluator_dropped",
          "channel_failures",
          "channel_dropped",
          "action_failures",
          "listener_failures",
          "admin_faults");

  private final JsonNode health;
  private final Table table = new Table(Align.LEFT, Align.LEFT);

  private StatusText(JsonNode health) {
    this.health = health;
  }

  static List<AttributedString> of(JsonNode health, int width) {
    StatusText text = new StatusText(health);
    text.engine();
    text.counts("Events", Counts.grouped(health.path("accepted").asLong()) + " accepted", LOSSES);
    text.counts("Failures", "", FAILURES);
    text.rules();
    text.store(health.path("store"));
    return text.table.lines(width, 0);
  }

  private void engine() {
    JsonNode last = health.path("last_evaluation");
    row(
        "Engine",
        last.isTextual()
            ? "last tick %s ago, in %s ms"
                .formatted(
                    Answers.between(last, health.path("time")),
                    health.path("last_tick_ms").asText())
            : "no tick yet",
        Palette.PLAIN);
    row(
        "Queue",
        "%s of %s"
            .formatted(
                Counts.grouped(health.path("queue_depth").asLong()),
                Counts.grouped(health.path("queue_capacity").asLong())),
        Palette.PLAIN);
  }

  private void counts(String label, String first, List<String> names) {
    List<String> parts = new ArrayList<>();
    if (!first.isEmpty()) {
      parts.add(first);
    }
    for (String name : names) {
      long count = health.path(name).asLong();
      if (count > 0) {
        parts.add(Counts.grouped(count) + " " + name.replace('_', ' '));
      }
    }
    boolean calm = parts.size() == (first.isEmpty() ? 0 : 1);
    row(
        label,
        parts.isEmpty() ? "none" : String.join(", ", parts),
        calm ? Palette.PLAIN : Palette.YELLOW);
  }

  private void rules() {
    List<String> names = new ArrayList<>();
    health.path("rules_in_error").forEach(name -> names.add(name.asText()));
    if (!names.isEmpty()) {
      row("Rules", "could not be told in full: " + String.join(", ", names), Palette.YELLOW);
    }
  }

  private void store(JsonNode store) {
    if (!store.isObject()) {
      row("Store", "none; all is in memory", Palette.PLAIN);
      return;
    }
    JsonNode snapshot = store.path("last_snapshot");
    String age =
        snapshot.isTextual()
            ? "last snapshot " + Answers.between(snapshot, health.path("time")) + " ago"
            : "no snapshot yet";
    row(
        "Store",
        age + ", " + Counts.bytes(store.path("free_bytes").asLong()) + " free",
        Palette.PLAIN);
    long lost = store.path("inputs_lost").asLong();
    if (lost > 0) {
      row("", Counts.of(lost, "input") + " not written", Palette.RED);
    }
    if (store.path("trouble").isTextual()) {
      row("", "trouble: " + store.path("trouble").asText(), Palette.RED);
    }
    if (store.path("warning").isTextual()) {
      row("", "warning: " + store.path("warning").asText(), Palette.YELLOW);
    }
  }

  private void row(String label, String text, AttributedStyle style) {
    table.row(List.of(Palette.text(label, Palette.STRONG), Palette.text(text, style)));
  }
}
