package dev.tocsin.channels.slack;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks within Slack's limits (https://docs.slack.dev/reference/block-kit/blocks): 50 a message,
 * 3,000 characters a section, ten fields a section, and about 13,000 characters in all blocks
 * together, which is nowhere written but answered with {@code msg_blocks_too_long}. What comes from
 * rules and calls is escaped, so that it can neither link nor mention anybody.
 */
final class SlackBlocks {
  static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_FIELD = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FIELDS = 10;
  private static final int MOST_BLOCKS = 48;

  /** Below it nothing is worth beginning. */
  private static final int LEAST = 100;

  private final List<Object> blocks = new ArrayList<>();
  private int left;

  /**
   * @param most characters of all that is put in
   */
  SlackBlocks(int most) {
    this.left = most;
  }

  void header(String title) {
    String text = escaped(PlainText.line(title), LONGEST_HEADER);
    put(
        object("type", "header", "text", object("type", "plain_text", "text", text)),
        text.length());
  }

  /** A paragraph, which may go over several lines. */
  void paragraph(String text) {
    String readable = PlainText.readable(text);
    if (hasRoom() && !readable.isBlank()) { // Slack refuses empty ones
      markup(escaped(readable, Math.min(LONGEST_SECTION, left)));
    }
  }

  /** Text that is escaped already, where there is room for all of it. */
  void markup(String text) {
    if (hasRoom() && text.length() <= Math.min(LONGEST_SECTION, left)) {
      put(object("type", "section", "text", markdown(text)), text.length());
    }
  }

  /** Names and values side by side. */
  void fields(List<Fact> fields) {
    List<Object> row = new ArrayList<>();
    for (Fact field : fields) {
      if (!hasRoom()) {
        break;
      }
      String name = escaped(PlainText.line(field.name()), Math.min(LONGEST_NAME, left / 2));
      int most = Math.min(LONGEST_FIELD, left) - name.length() - 3;
      String text = "*" + name + "*\n" + escaped(PlainText.readable(field.value()), most);
      left -= text.length();
      row.add(markdown(text));
      if (row.size() == MOST_FIELDS) {
        put(object("type", "section", "fields", List.copyOf(row)), 0);
        row.clear();
      }
    }
    if (!row.isEmpty()) {
      put(object("type", "section", "fields", List.copyOf(row)), 0);
    }
  }

  /**
   * All of them, with links and a small line at the end.
   *
   * @param links as Slack writes them, for which room was left
   */
  List<Object> endedBy(String links, String context) {
    List<Object> all = new ArrayList<>(blocks);
    if (!links.isEmpty()) {
      all.add(object("type", "section", "text", markdown(links)));
    }
    all.add(object("type", "context", "elements", List.of(markdown(context))));
    return List.copyOf(all);
  }

  /** Characters that still fit. */
  int left() {
    return left;
  }

  static String escaped(String text, int most) {
    return PlainText.cut(text, most, SlackBlocks::escaped);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private boolean hasRoom() {
    return left >= LEAST && blocks.size() < MOST_BLOCKS;
  }

  private void put(Object block, int characters) {
    blocks.add(block);
    left -= characters;
  }

  private static Object markdown(String text) {
    return object("type", "mrkdwn", "text", text);
  }
}
