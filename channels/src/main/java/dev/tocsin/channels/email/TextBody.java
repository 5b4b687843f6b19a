package dev.tocsin.channels.email;

import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import java.util.function.UnaryOperator;

/** A notification as plain text. */
final class TextBody {
  private static final int LONGEST = 10_000;
  private static final int LONGEST_LIST = 60_000;
  private static final int MOST_LINES = 200;
  private static final int MOST_LINKS = 20;

  private TextBody() {}

  static String of(NotificationText text) {
    StringBuilder body = new StringBuilder(PlainText.line(text.title())).append("\n\n");
    text.notes().forEach(note -> body.append(cut(note)).append('\n'));
    body.append(text.notes().isEmpty() ? "" : "\n");
    if (!text.description().isBlank()) {
      body.append(cut(text.description())).append("\n\n");
    }
    facts(text, body);
    if (!text.alerts().isEmpty()) {
      body.append('\n');
      Listing.of(text.alerts(), MOST_LINES, LONGEST_LIST, UnaryOperator.identity())
          .forEach(line -> body.append("- ").append(line).append('\n'));
    }
    body.append(text.links().isEmpty() ? "" : "\n");
    text.links().stream().limit(MOST_LINKS).forEach(link -> link(link, body));
    return body.toString();
  }

  private static void facts(NotificationText text, StringBuilder body) {
    int width =
        text.facts().stream().mapToInt(fact -> Math.min(fact.name().length(), 30)).max().orElse(0);
    String indent = "\n" + " ".repeat(width + 2);
    for (Fact fact : text.facts()) {
      String name = PlainText.line(fact.name());
      body.append(name)
          .append(" ".repeat(Math.max(0, width - name.length()) + 2))
          .append(cut(fact.value()).replace("\n", indent))
          .append('\n');
    }
  }

  private static void link(Link link, StringBuilder body) {
    body.append(PlainText.line(link.name())).append(": ").append(link.target()).append('\n');
  }

  private static String cut(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST);
  }
}
