package dev.tocsin.channels.discord;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as one embed within Discord's limits: 256 characters of title, 4,096 of description, 25
 * fields of 256 and 1,024, and 6,000 in all
 * (https://discord.com/developers/docs/resources/message#embed-object-embed-limits). What comes
 * from rules and calls is escaped, and {@code allowed_mentions} allows none.
 */
final class DiscordEmbed {
  private static final int LONGEST_TITLE = 256;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int LONGEST_LIST = 2_000;
  private static final int LONGEST_LINKS = 1_000;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 400;
  private static final int MOST_OF_FIELDS = 1_600;
  private static final int MOST_FIELDS = 24;
  private static final int MOST_LINES = 30;
  private static final int HEARTBEAT = 0x2f80ed;

  /** An embed's field may not be empty. */
  private static final String NOTHING = "-";

  private DiscordEmbed() {}

  static Map<String, Object> notification(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    Map<String, Object> embed =
        object(
            "title",
            escaped(PlainText.line(text.title()), LONGEST_TITLE),
            "description",
            description(text),
            "color",
            text.standing().colour(text.severity()),
            "fields",
            fields(text),
            "footer",
            Map.of("text", "Tocsin"),
            "timestamp",
            message.time().toString());
    return message(embed);
  }

  static Map<String, Object> heartbeat(Message.Heartbeat heartbeat) {
    String text =
        "Tocsin is alive: %d events, %d dropped"
            .formatted(heartbeat.health().accepted(), heartbeat.health().dropped());
    return message(object("title", text, "color", HEARTBEAT));
  }

  private static Map<String, Object> message(Map<String, Object> embed) {
    return object("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
  }

  private static String description(NotificationText text) {
    String said =
        Stream.concat(text.notes().stream(), Stream.of(text.description()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n"));
    List<String> alerts =
        Listing.of(text.alerts(), MOST_LINES, LONGEST_LIST, line -> "- " + escaped(line));
    return Stream.concat(
            Stream.of(escaped(PlainText.readable(said), LONGEST_DESCRIPTION)), alerts.stream())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static List<Object> fields(NotificationText text) {
    List<Object> fields = new ArrayList<>();
    int left = MOST_OF_FIELDS;
    for (Fact fact : text.facts()) {
      String name = filled(escaped(PlainText.line(fact.name()), LONGEST_NAME));
      String value = filled(escaped(PlainText.readable(fact.value()), LONGEST_VALUE));
      left -= name.length() + value.length();
      if (left < 0 || fields.size() == MOST_FIELDS) {
        break;
      }
      fields.add(object("name", name, "value", value, "inline", true));
    }
    String links = links(text);
    if (!links.isEmpty()) {
      fields.add(object("name", "Links", "value", links, "inline", false));
    }
    return fields;
  }

  private static String links(NotificationText text) {
    StringBuilder links = new StringBuilder();
    for (Link link : text.links()) {
      String shown = (links.isEmpty() ? "" : "\n") + link(link);
      if (links.length() + shown.length() > LONGEST_LINKS) {
        break;
      }
      links.append(shown);
    }
    return links.toString();
  }

  private static String link(Link link) {
    String target = link.target().toString().replace("(", "%28").replace(")", "%29");
    return "[" + escaped(PlainText.line(link.name()), LONGEST_NAME) + "](" + target + ")";
  }

  private static String filled(String text) {
    return text.isBlank() ? NOTHING : text;
  }

  private static String escaped(String text, int most) {
    return PlainText.cut(text, most, DiscordEmbed::escaped);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\*_~`|<>\\[\\]#@]", "\\\\$0");
  }
}
