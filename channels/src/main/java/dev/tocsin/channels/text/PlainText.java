package dev.tocsin.channels.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Texts made to fit where they go. */
public final class PlainText {
  private static final String ELLIPSIS = "...";

  private PlainText() {}

  /** Without control characters other than line ends and tabs, and without halves of characters. */
  public static String readable(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", "");
  }

  /** On one line. */
  public static String line(String text) {
    return readable(text).replaceAll("\\s+", " ").strip();
  }

  /** At most so many characters, with dots where something is missing. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - ELLIPSIS.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + ELLIPSIS;
  }

  /**
   * Escaped, and cut so that it is at most so many characters with the escapes.
   *
   * @param most at least as many as the dots and one escaped character take
   * @param escape never makes a text shorter
   */
  public static String cut(String text, int most, UnaryOperator<String> escape) {
    int length = most;
    String escaped = escape.apply(cut(text, length));
    while (escaped.length() > most && length > ELLIPSIS.length() + 1) {
      length -= escaped.length() > most * 2 ? length / 2 : Math.max(1, escaped.length() - most);
      escaped = escape.apply(cut(text, Math.max(length, ELLIPSIS.length() + 1)));
    }
    return escaped;
  }

  /** SHA-256 of it, in hexadecimal digits; a name for a text that is too long to be one. */
  public static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
