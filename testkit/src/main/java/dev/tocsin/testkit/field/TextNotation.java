package dev.tocsin.testkit.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code u{1..30}}: a text with numbers that are counted through. */
final class TextNotation {
  private static final Pattern COUNTED = Pattern.compile("\\{([0-9]{1,9})\\.\\.([0-9]{1,9})\\}");

  private TextNotation() {}

  static Value<String> of(String text) {
    List<Value<String>> parts = new ArrayList<>();
    Matcher counted = COUNTED.matcher(text);
    int end = 0;
    while (counted.find()) {
      String between = text.substring(end, counted.start());
      long first = Long.parseLong(counted.group(1));
      long last = Long.parseLong(counted.group(2));
      parts.add(turn -> between);
      parts.add(turn -> Long.toString(number(first, last, turn.index())));
      end = counted.end();
    }
    if (parts.isEmpty()) {
      return turn -> text;
    }
    String rest = text.substring(end);
    return turn -> {
      StringBuilder whole = new StringBuilder();
      parts.forEach(part -> whole.append(part.at(turn)));
      return whole.append(rest).toString();
    };
  }

  /** Up or down, and again from the first. */
  private static long number(long first, long last, long index) {
    long step = index % (Math.abs(last - first) + 1);
    return last >= first ? first + step : first - step;
  }
}
