package dev.tocsin.channels.teams;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.json.JsonText;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import dev.tocsin.channels.text.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message as an Adaptive Card 1.4 in the envelope that a workflow of Teams takes
 * (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using),
 * at most 28 kB by its words and 21 by the experience of others. Cards read a part of Markdown;
 * what comes from rules and calls is escaped, so that it can not link.
 */
final class AdaptiveCard {
  private static final int MOST_BYTES = 20_000;
  private static final int MOST_CHARACTERS = 16_000;
  private static final int LEAST_CHARACTERS = 1_000;
  private static final int MOST_LINES = 60;
  private static final int MOST_FACTS = 40;
  private static final int MOST_LINKS = 6;
  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_LINK = 500;

  private AdaptiveCard() {}

  /** The longest that is not too long in bytes. */
  static byte[] notification(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    int characters = MOST_CHARACTERS;
    byte[] card = envelope(body(message, text, characters), links(text));
    while (card.length > MOST_BYTES && characters > LEAST_CHARACTERS) {
      characters /= 2;
      card = envelope(body(message, text, characters), links(text));
    }
    return card;
  }

  static byte[] heartbeat(Message.Heartbeat heartbeat) {
    String text =
        "Tocsin is alive: %d events, %d dropped"
            .formatted(heartbeat.health().accepted(), heartbeat.health().dropped());
    return envelope(List.of(paragraph(text)), List.of());
  }

  private static List<Object> body(
      Message.Notification message, NotificationText text, int characters) {
    int paragraph = characters / 4;
    List<Object> body = new ArrayList<>();
    Map<String, Object> title = paragraph(escaped(PlainText.line(text.title()), LONGEST_TITLE));
    title.put("weight", "Bolder");
    title.put("size", "Medium");
    title.put("color", colour(text));
    body.add(title);
    text.notes().stream()
        .limit(MOST_FACTS)
        .map(note -> paragraph(escaped(note, Math.min(paragraph, LONGEST_TITLE))))
        .forEach(body::add);
    if (!text.description().isBlank()) {
      body.add(paragraph(escaped(text.description(), paragraph)));
    }
    int each = Math.max(characters / (4 * Math.max(text.facts().size(), 1)), 40);
    body.add(
        object(
            "type",
            "FactSet",
            "facts",
            text.facts().stream()
                .limit(MOST_FACTS)
                .map(
                    fact ->
                        object(
                            "title",
                            escaped(PlainText.line(fact.name()), Math.min(each, LONGEST_TITLE)),
                            "value",
                            escaped(fact.value(), each)))
                .toList()));
    Listing.of(text.alerts(), MOST_LINES, characters / 2, AdaptiveCard::escaped).stream()
        .map(AdaptiveCard::small)
        .forEach(body::add);
    body.add(small("Tocsin, " + message.time()));
    return body;
  }

  private static List<Object> links(NotificationText text) {
    return text.links().stream()
        .filter(link -> link.target().toString().length() <= LONGEST_LINK)
        .limit(MOST_LINKS)
        .map(AdaptiveCard::button)
        .toList();
  }

  private static Object button(Link link) {
    return object(
        "type",
        "Action.OpenUrl",
        "title",
        PlainText.cut(PlainText.line(link.name()), LONGEST_TITLE),
        "url",
        link.target().toString());
  }

  private static byte[] envelope(List<Object> body, List<Object> actions) {
    Map<String, Object> card =
        object(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "msteams",
            Map.of("width", "Full"),
            "body",
            body);
    if (!actions.isEmpty()) {
      card.put("actions", actions);
    }
    return JsonText.bytes(
        object(
            "type",
            "message",
            "attachments",
            List.of(
                object(
                    "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
  }

  private static String colour(NotificationText text) {
    if (text.standing() == Standing.RESOLVED) {
      return "Good";
    }
    if (text.standing() == Standing.ACKNOWLEDGED) {
      return "Default";
    }
    return switch (text.severity()) {
      case INFO -> "Accent";
      case WARNING -> "Warning";
      case CRITICAL -> "Attention";
    };
  }

  private static Map<String, Object> paragraph(String escaped) {
    return object("type", "TextBlock", "text", escaped, "wrap", true);
  }

  private static Object small(String escaped) {
    Map<String, Object> block = paragraph(escaped);
    block.put("size", "Small");
    block.put("spacing", "Small");
    return block;
  }

  private static String escaped(String text, int most) {
    return PlainText.cut(PlainText.readable(text), most, AdaptiveCard::escaped);
  }

  /** Of what begins a link, code or emphasis; underscores within words are none. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\\\[*`~]", "\\\\$0");
  }
}
