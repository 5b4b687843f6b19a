package dev.tocsin.channels.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists that fit where they go. */
public final class Listing {
  private static final int LONGEST_LINE = 400;

  /** Room for the line that says how many are left out. */
  private static final int TAIL = 20;

  private Listing() {}

  /**
   * The first lines, as many as fit, each cut to 400 characters; where some are left out, one more
   * that says how many: {@code and 18 more}.
   *
   * @param lines of any length
   * @param mostLines how many, with the last one
   * @param mostCharacters of all of them, escaped, with an end to each
   * @param escape what comes from others; never makes a text shorter
   */
  public static List<String> of(
      List<String> lines, int mostLines, int mostCharacters, UnaryOperator<String> escape) {
    List<String> listed = new ArrayList<>();
    int left = mostCharacters - TAIL;
    for (String line : lines) {
      int isLast = listed.size() + 1 == lines.size() ? 0 : 1;
      String fitting = PlainText.cut(PlainText.line(line), LONGEST_LINE, escape);
      if (fitting.length() + 1 > left || listed.size() + isLast >= mostLines) {
        break;
      }
      left -= fitting.length() + 1;
      listed.add(fitting);
    }
    if (listed.size() < lines.size()) {
      listed.add((listed.isEmpty() ? "" : "and ") + (lines.size() - listed.size()) + " more");
    }
    return List.copyOf(listed);
  }
}
