package dev.tocsin.channels.slack;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import java.util.List;
import java.util.Map;

/**
 * A message as one attachment of blocks, with its colour on the left
 * (https://docs.slack.dev/reference/block-kit/blocks).
 */
final class SlackPayload {
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_LIST = 8_000;
  private static final int LONGEST_LINKS = 2_500;
  private static final int MOST_CHARACTERS = 11_000;
  private static final int MOST_LINES = 100;
  private static final String HEARTBEAT = "#2f80ed";

  private SlackPayload() {}

  static Map<String, Object> notification(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    String links = links(text);
    SlackBlocks blocks = new SlackBlocks(MOST_CHARACTERS - links.length());
    blocks.header(text.title());
    text.notes().forEach(blocks::paragraph);
    blocks.paragraph(text.description());
    blocks.fields(text.facts());
    list(text.alerts(), blocks);
    return message(text, blocks.endedBy(links, "Tocsin | " + message.time()));
  }

  /** A short one for the thread, by which people hear of what is new. */
  static Map<String, Object> reply(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    SlackBlocks blocks = new SlackBlocks(MOST_CHARACTERS);
    text.notes().forEach(blocks::paragraph);
    list(
        message.alerts().stream()
            .map(alert -> AlertText.of(alert, message.cause()).line())
            .toList(),
        blocks);
    return message(text, blocks.endedBy("", "Tocsin | " + message.time()));
  }

  static Map<String, Object> heartbeat(Message.Heartbeat heartbeat) {
    String text =
        "Tocsin is alive: %d events, %d dropped"
            .formatted(heartbeat.health().accepted(), heartbeat.health().dropped());
    SlackBlocks blocks = new SlackBlocks(MOST_CHARACTERS);
    blocks.paragraph(text);
    return message(text, HEARTBEAT, blocks.endedBy("", "Tocsin | " + heartbeat.time()));
  }

  private static Map<String, Object> message(NotificationText text, List<?> blocks) {
    String title = SlackBlocks.escaped(PlainText.line(text.title()), LONGEST_TITLE);
    return message(title, text.webColour(), blocks);
  }

  private static void list(List<String> alerts, SlackBlocks blocks) {
    StringBuilder section = new StringBuilder();
    int room = Math.min(LONGEST_LIST, blocks.left());
    for (String line : Listing.of(alerts, MOST_LINES, room, SlackPayload::bullet)) {
      if (section.length() + line.length() + 1 > SlackBlocks.LONGEST_SECTION) {
        blocks.markup(section.toString());
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(line);
    }
    if (!section.isEmpty()) {
      blocks.markup(section.toString());
    }
  }

  private static String bullet(String line) {
    return "\u2022 " + SlackBlocks.escaped(line);
  }

  private static String links(NotificationText text) {
    StringBuilder links = new StringBuilder();
    for (Link link : text.links()) {
      String shown = (links.isEmpty() ? "" : " | ") + link(link);
      if (links.length() + shown.length() > LONGEST_LINKS) {
        break;
      }
      links.append(shown);
    }
    return links.toString();
  }

  private static String link(Link link) {
    String target = SlackBlocks.escaped(link.target().toString()).replace("|", "%7C");
    String name = SlackBlocks.escaped(PlainText.line(link.name()).replace("|", "/"), LONGEST_TITLE);
    return "<" + target + "|" + name + ">";
  }

  private static Map<String, Object> message(String text, String colour, List<?> blocks) {
    return object(
        "text",
        text,
        "attachments",
        List.of(object("color", colour, "fallback", text, "blocks", blocks)));
  }
}
