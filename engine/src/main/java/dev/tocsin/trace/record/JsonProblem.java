package dev.tocsin.trace.record;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the JSON parser says of a line, without what only its programmers understand. */
public final class JsonProblem {
  private static final int LONGEST = 200;
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          " \\((not recognized|consider enabling|for (Object|Array) starting at) .*|: enable `.*|, from `[^`]*`| for `ObjectNode`.*| \\(bound as .*",
          Pattern.DOTALL);

  private JsonProblem() {}

  /** The first line of it, in plain words. */
  public static String of(@Nullable String message) {
    String text = String.valueOf(message);
    if (text.startsWith("Trailing token")) {
      return "something follows the object";
    }
    if (text.startsWith("Unexpected end-of-input")) {
      return "the line ends in the middle of the object";
    }
    if (text.startsWith("Value \"") && text.contains("BigDecimal")) {
      return "a number with an exponent that is out of range";
    }
    String plain = FOR_PROGRAMMERS.matcher(text).replaceAll("").lines().findFirst().orElse("");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 3) + "...";
  }
}
