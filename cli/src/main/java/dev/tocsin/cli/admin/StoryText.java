package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Why an alert fires, what shows it, and why each channel was told or was not. */
final class StoryText {
  private static final int INDENT = 2;

  private final JsonNode story;
  private final int width;
  private final List<AttributedString> lines = new ArrayList<>();

  StoryText(JsonNode story, int width) {
    this.story = story;
    this.width = width;
  }

  List<AttributedString> lines() {
    heading();
    transitions();
    new EvidenceText(story.path("transitions"))
        .lines(width, INDENT)
        .ifPresent(evidence -> section("What shows it", evidence));
    JsonNode decisions = story.path("decisions");
    if (!decisions.isEmpty()) {
      section("Notifications", decisions(decisions));
    }
    JsonNode outlook = story.path("outlook");
    if (!outlook.isEmpty()) {
      section("As it stands", outlook(outlook));
    }
    return List.copyOf(lines);
  }

  private void heading() {
    lines.add(Palette.text(story.path("alert").asText(), Palette.STRONG));
    JsonNode living = story.path("living");
    if (living.isObject()) {
      String since = Answers.between(living.path("activation"), story.path("time"));
      paragraph(
          Palette.text(
              "%s, %s, for %s"
                  .formatted(
                      living.path("severity").asText(), living.path("state").asText(), since),
              Palette.of(Answers.severity(living))));
    } else {
      paragraph(Palette.text("over"));
    }
    JsonNode by = story.path("acknowledged");
    if (by.isObject()) {
      String comment = by.path("comment").asText();
      paragraph(
          Palette.text(
              "acknowledged by %s at %s%s"
                  .formatted(
                      by.path("by").asText(),
                      by.path("at").asText(),
                      comment.isEmpty() ? "" : ": " + comment)));
    }
  }

  private void transitions() {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
    for (JsonNode transition : story.path("transitions")) {
      boolean over = transition.path("to").asText().equals("inactive");
      String became =
          over
              ? "resolved"
              : transition.path("to").asText() + ", " + transition.path("severity").asText();
      String time = transition.path("time").asText();
      for (JsonNode reading : transition.path("readings")) {
        String text =
            "%s %s (%s)"
                .formatted(
                    reading.path("term").asText(),
                    over ? Answers.value(reading) : Answers.comparison(reading),
                    Counts.of(reading.path("samples").asLong(), "sample"));
        table.row(
            List.of(
                Palette.text(time),
                Palette.text(
                    became, over ? Palette.GREEN : Palette.of(Answers.severity(transition))),
                Palette.text(text)));
        time = "";
        became = "";
      }
    }
    section("What happened", table.lines(width, INDENT));
  }

  private List<AttributedString> outlook(JsonNode outlook) {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
    for (JsonNode each : outlook) {
      JsonNode next = each.path("next");
      table.row(
          List.of(
              Palette.text(each.path("channel").asText()),
              Palette.text(verdict(each)),
              Palette.text(
                  next.isTextual()
                      ? "can next be sent at %s, in %s"
                          .formatted(next.asText(), Answers.between(story.path("time"), next))
                      : "")));
    }
    return table.lines(width, INDENT);
  }

  private List<AttributedString> decisions(JsonNode decisions) {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    for (JsonNode decision : decisions) {
      table.row(
          List.of(
              Palette.text(decision.path("time").asText()),
              Palette.text(verdict(decision)),
              Palette.text(decision.path("channel").asText()),
              Palette.text(reason(decision))));
    }
    return table.lines(width, INDENT);
  }

  private static String verdict(JsonNode decision) {
    return decision.path("verdict").asText().replace('_', ' ');
  }

  private static String reason(JsonNode decision) {
    return "%s (receiver %s, %s)"
        .formatted(
            decision.path("reason").asText(),
            decision.path("receiver").asText(),
            decision.path("route").asText());
  }

  private void section(String title, List<AttributedString> text) {
    lines.add(AttributedString.EMPTY);
    lines.add(Palette.text(title, Palette.STRONG));
    lines.addAll(text);
  }

  private void paragraph(AttributedString text) {
    for (AttributedString line : new Paragraph(width - INDENT, 0).add(0, text).lines()) {
      lines.add(AttributedString.join(AttributedString.EMPTY, Palette.text("  "), line));
    }
  }
}
