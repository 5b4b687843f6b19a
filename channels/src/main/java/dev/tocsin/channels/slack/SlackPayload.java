package dev.tocsin.channels.slack;

import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as one attachment of blocks, with its colour on the left
 * (https://api.slack.com/reference/block-kit/blocks). What comes from rules and calls is escaped,
 * so that it can neither link nor mention anybody.
 */
final class SlackPayload {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_FIELD = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FIELDS = 10;
  private static final int MOST_SECTIONS = 4;

  private SlackPayload() {}

  static Map<String, Object> alert(Message.Notification message) {
    AlertText text = AlertText.of(message);
    List<Object> blocks = new ArrayList<>();
    String title = cut(PlainText.line(text.title()), LONGEST_HEADER);
    blocks.add(ordered("type", "header", "text", ordered("type", "plain_text", "text", title)));
    if (!text.description().isBlank()) {
      blocks.add(section(cut(PlainText.readable(text.description()), LONGEST_SECTION)));
    }
    List<Object> fields = text.facts().stream().map(SlackPayload::field).toList();
    for (int from = 0, sections = 0;
        from < fields.size() && sections < MOST_SECTIONS;
        from += MOST_FIELDS, sections++) {
      int until = Math.min(fields.size(), from + MOST_FIELDS);
      blocks.add(ordered("type", "section", "fields", fields.subList(from, until)));
    }
    text.runbook()
        .filter(link -> link.toString().length() < LONGEST_FIELD)
        .ifPresent(link -> blocks.add(section("<" + encoded(link.toString()) + "|Runbook>")));
    blocks.add(
        ordered("type", "context", "elements", List.of(markdown("Tocsin | " + message.time()))));
    return message(title, colour(text), blocks);
  }

  static Map<String, Object> heartbeat(Message.Heartbeat heartbeat) {
    String text =
        "Tocsin is alive: %d events, %d dropped"
            .formatted(heartbeat.health().accepted(), heartbeat.health().dropped());
    return message(text, "#2f80ed", List.of(section(text)));
  }

  private static Map<String, Object> message(String text, String colour, List<?> blocks) {
    return ordered(
        "text",
        text,
        "attachments",
        List.of(ordered("color", colour, "fallback", text, "blocks", blocks)));
  }

  private static String colour(AlertText text) {
    if (text.resolved()) {
      return "#2eb67d";
    }
    return colour(text.severity());
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case INFO -> "#2f80ed";
      case WARNING -> "#f2a600";
      case CRITICAL -> "#d0021b";
    };
  }

  private static Object field(AlertText.Fact fact) {
    String name = cut(PlainText.line(fact.name()), LONGEST_NAME);
    String value = PlainText.readable(fact.value());
    return markdown("*" + name + "*\n" + cut(value, LONGEST_FIELD - name.length() - 3));
  }

  private static Map<String, Object> section(String text) {
    return ordered("type", "section", "text", markdown(text));
  }

  private static Map<String, Object> markdown(String text) {
    return ordered("type", "mrkdwn", "text", text);
  }

  /** Escapes what Slack takes for control sequences, and cuts what is too long with the escapes. */
  private static String cut(String text, int most) {
    int length = most;
    String escaped = escaped(text);
    while (escaped.length() > most) {
      length -= escaped.length() > most * 2 ? length / 2 : Math.max(1, escaped.length() - most);
      escaped = escaped(PlainText.cut(text, Math.max(length, 4)));
    }
    return escaped;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String encoded(String link) {
    return escaped(link).replace("|", "%7C");
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
