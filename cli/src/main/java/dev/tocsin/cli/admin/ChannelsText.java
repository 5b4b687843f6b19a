package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Channels, one a row, with the last error of those that have one. */
final class ChannelsText {
  private ChannelsText() {}

  static List<AttributedString> of(JsonNode channels, int width) {
    if (channels.isEmpty()) {
      return List.of();
    }
    Table table =
        new Table(
            Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.row(
        Palette.STRONG,
        "Channel",
        "circuit",
        "delivered",
        "waiting",
        "failed",
        "given up",
        "last error");
    for (JsonNode channel : channels) {
      String circuit = channel.path("circuit").asText().replace('_', ' ');
      table.row(
          List.of(
              Palette.text(channel.path("name").asText()),
              Palette.text(circuit, circuit.equals("closed") ? Palette.GREEN : Palette.RED),
              count(channel, "delivered"),
              count(channel, "waiting"),
              count(channel, "failures"),
              count(channel, "given_up"),
              Palette.text(channel.path("last_error").asText(""))));
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.add(AttributedString.EMPTY);
    lines.addAll(table.lines(width, 0));
    return lines;
  }

  private static AttributedString count(JsonNode channel, String name) {
    return Palette.text(Counts.grouped(channel.path(name).asLong()));
  }
}
