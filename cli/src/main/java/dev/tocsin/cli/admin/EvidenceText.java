package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Quantity;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Calls and segments that show why an alert fires, of the last change that has any. */
final class EvidenceText {
  private final @Nullable JsonNode transition;

  EvidenceText(JsonNode transitions) {
    JsonNode last = null;
    for (JsonNode each : transitions) {
      if (!each.path("to").asText().equals("inactive")) {
        last = each.has("sampled") || last == null ? each : last;
      }
    }
    this.transition = last;
  }

  Optional<List<AttributedString>> lines(int width, int indent) {
    if (transition == null) {
      return Optional.empty();
    }
    Table table = new Table(Align.LEFT, Align.LEFT);
    reach(table, transition);
    contributors(table, transition.path("contributors"));
    exemplars(table, transition);
    if (transition.has("sampled")) {
      String sampled = Counts.of(transition.path("sampled").asLong(), "call");
      table.row(Palette.FAINT, "", "from a sample of " + sampled);
    }
    List<AttributedString> lines = table.lines(width, indent);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  /** For which other thresholds the comparison would have held too. */
  private static void reach(Table table, JsonNode transition) {
    JsonNode value = transition.path("value");
    if (!value.isNumber()) {
      return;
    }
    double threshold = transition.path("threshold").asDouble();
    String reached = Quantity.near(value.doubleValue(), threshold, Answers.unit(transition));
    String thresholds =
        switch (transition.path("operator").asText()) {
          case ">" -> "below " + reached;
          case ">=" -> "up to " + reached;
          case "<" -> "above " + reached;
          case "<=" -> "from " + reached + " on";
          default -> "";
        };
    if (!thresholds.isEmpty()) {
      table.row(
          Palette.PLAIN, transition.path("term").asText(), "holds for any threshold " + thresholds);
    }
  }

  private static void contributors(Table table, JsonNode contributors) {
    for (JsonNode each : contributors) {
      table.row(
          Palette.PLAIN,
          each.path("dimension").asText(),
          "%s: %s of it, with %s of the traffic"
              .formatted(
                  each.path("value").asText(),
                  share(each.path("share")),
                  share(each.path("traffic_share"))));
    }
  }

  private static String share(JsonNode share) {
    return Quantity.near(share.asDouble(), 0, Unit.FRACTION);
  }

  private static void exemplars(Table table, JsonNode transition) {
    for (JsonNode each : transition.path("exemplars")) {
      JsonNode value = each.path("value");
      String shown =
          value.isNumber()
              ? Quantity.near(value.doubleValue(), 0, Answers.unit(transition)) + ", "
              : "";
      String trace = each.path("trace").isTextual() ? ", trace " + each.path("trace").asText() : "";
      table.row(
          List.of(
              Palette.text("call"),
              Palette.text(
                  each.path("call").asText() + ": " + shown + each.path("time").asText() + trace)));
    }
  }
}
