package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Living alerts, one a row, with what their summary says. */
final class AlertsText {
  private AlertsText() {}

  static List<AttributedString> of(JsonNode answer, int width) {
    JsonNode alerts = answer.path("alerts");
    if (alerts.isEmpty()) {
      return List.of(Palette.text("no alerts"));
    }
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.row(Palette.STRONG, "severity", "state", "for", "alert");
    int firing = 0;
    for (JsonNode alert : alerts) {
      row(table, alert, answer.path("time"));
      firing += alert.path("state").asText().equals("firing") ? 1 : 0;
    }
    List<AttributedString> lines = new ArrayList<>(table.lines(width, 0));
    lines.add(AttributedString.EMPTY);
    lines.add(Palette.text(Counts.of(alerts.size(), "alert") + ", " + firing + " firing"));
    return lines;
  }

  private static void row(Table table, JsonNode alert, JsonNode now) {
    String flapping = alert.path("flapping").asBoolean() ? ", flapping" : "";
    table.row(
        List.of(
            Palette.text(alert.path("severity").asText(), Palette.of(Answers.severity(alert))),
            Palette.text(alert.path("state").asText() + flapping),
            Palette.text(Answers.between(alert.path("activation"), now)),
            Palette.text(alert.path("alert").asText())));
    JsonNode by = alert.path("acknowledged");
    if (by.isObject()) {
      String comment = by.path("comment").asText();
      table.row(
          Palette.FAINT,
          "",
          "",
          "",
          "acknowledged by " + by.path("by").asText() + (comment.isEmpty() ? "" : ": " + comment));
    }
    String summary = alert.path("annotations").path("summary").asText();
    if (!summary.isEmpty()) {
      table.row(Palette.FAINT, "", "", "", summary);
    }
  }
}
