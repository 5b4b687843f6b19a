package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.LabelMatcher.Operator;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;

/** Silences, one a row, with the reasons that were given. */
final class SilencesText {
  private SilencesText() {}

  static List<AttributedString> of(List<JsonNode> silences, int width) {
    if (silences.isEmpty()) {
      return List.of(Palette.text("no silences"));
    }
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.row(Palette.STRONG, "id", "state", "until", "by", "matchers");
    for (JsonNode silence : silences) {
      String state = silence.path("state").asText();
      table.row(
          List.of(
              Palette.text(silence.path("id").asText()),
              Palette.text(state, state.equals("active") ? Palette.YELLOW : Palette.PLAIN),
              Palette.text(silence.path("until").asText()),
              Palette.text(silence.path("by").asText()),
              Palette.text(matchers(silence))));
      String comment = silence.path("comment").asText();
      if (!comment.isEmpty()) {
        table.row(Palette.FAINT, "", "", "", "", comment);
      }
    }
    return table.lines(width, 0);
  }

  private static String matchers(JsonNode silence) {
    List<String> texts = new ArrayList<>();
    for (JsonNode matcher : silence.path("matchers")) {
      String label = matcher.path("label").asText();
      texts.add(
          new LabelMatcher(label, operator(matcher), matcher.path("value").asText()).toString());
    }
    return String.join(" ", texts);
  }

  private static Operator operator(JsonNode matcher) {
    String symbol = matcher.path("operator").asText();
    return Arrays.stream(Operator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElse(Operator.EQUAL);
  }
}
