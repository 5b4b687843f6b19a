package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.diagnostic.Code;
import org.antlr.v4.runtime.Token;

/** Texts in quotes and their escapes. */
final class TextLiteral {
  private TextLiteral() {}

  static void check(Token token, Problems problems) {
    String text = token.getText();
    for (int i = 1; i < text.length() - 1; i += width(text, i)) {
      if (text.charAt(i) == '\\' && unescaped(text, i) < 0) {
        int end = i + 1 + Character.charCount(text.codePointAt(i + 1));
        String escape = text.substring(i, end);
        problems.error(
            Code.BAD_ESCAPE,
            problems.spans().span(token, i, end),
            "unknown escape '" + escape + "'",
            escape.equals("\\u")
                ? "four hexadecimal digits follow: \\u00e9"
                : "for a backslash write \\\\, as in \"\\" + escape + "\"");
      }
    }
  }

  /** The value of a checked token. */
  static String value(Token token) {
    String text = token.getText();
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i += width(text, i)) {
      value.append(text.charAt(i) == '\\' ? (char) unescaped(text, i) : text.charAt(i));
    }
    return value.toString();
  }

  private static int width(String text, int at) {
    if (text.charAt(at) != '\\') {
      return 1;
    }
    return text.charAt(at + 1) == 'u' && unescaped(text, at) >= 0 ? 6 : 2;
  }

  /** The character that an escape stands for, or -1. */
  private static int unescaped(String text, int at) {
    return switch (text.charAt(at + 1)) {
      case '\\' -> '\\';
      case '"' -> '"';
      case '\'' -> '\'';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        String digits = text.substring(at + 2, Math.min(at + 6, text.length() - 1));
        yield digits.matches("[0-9a-fA-F]{4}") ? Integer.parseInt(digits, 16) : -1;
      }
      default -> -1;
    };
  }
}
