package dev.tocsin.cli.replay;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** A message that a channel would be sent, on one line of the timeline. */
final class MessageLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int INDENT = 12;

  private MessageLine() {}

  static List<AttributedString> lines(String channel, Message.Notification message, int width) {
    return new Paragraph(width, INDENT)
        .add(0, Palette.text("  " + TIME.format(message.time()) + "  ->  "))
        .add(0, Palette.text(channel, Palette.STRONG))
        .add(2, Palette.text(counts(message)))
        .add(2, Palette.text(title(message)))
        .add(2, Palette.text(cause(message), Palette.FAINT))
        .lines();
  }

  private static String counts(Message.Notification message) {
    long firing = message.alerts().stream().filter(NotifiedAlert::isFiring).count();
    long resolved = message.alerts().size() - firing;
    List<String> counts = new ArrayList<>();
    if (firing > 0) {
      counts.add(firing + " firing");
    }
    if (resolved > 0) {
      counts.add(resolved + " resolved");
    }
    return String.join(", ", counts);
  }

  private static String title(Message.Notification message) {
    return message
        .title()
        .orElseGet(
            () ->
                message.alerts().stream()
                    .map(NotifiedAlert::transition)
                    .map(Transition::rule)
                    .distinct()
                    .collect(Collectors.joining(", ")));
  }

  private static String cause(Message.Notification message) {
    return message.cause() == Message.Cause.NEWS ? "" : message.cause().label();
  }
}
