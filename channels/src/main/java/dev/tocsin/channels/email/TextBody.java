package dev.tocsin.channels.email;

import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.PlainText;

/** An alert as plain text. */
final class TextBody {
  private static final int LONGEST = 10_000;

  private TextBody() {}

  static String of(AlertText text) {
    StringBuilder body = new StringBuilder(PlainText.line(text.title())).append("\n\n");
    if (!text.description().isBlank()) {
      body.append(cut(text.description())).append("\n\n");
    }
    int width =
        text.facts().stream().mapToInt(fact -> Math.min(fact.name().length(), 30)).max().orElse(0);
    for (AlertText.Fact fact : text.facts()) {
      String name = PlainText.line(fact.name());
      body.append(name)
          .append(" ".repeat(Math.max(0, width - name.length()) + 2))
          .append(cut(fact.value()))
          .append('\n');
    }
    text.runbook().ifPresent(link -> body.append("\nRunbook: ").append(link).append('\n'));
    return body.toString();
  }

  private static String cut(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST);
  }
}
