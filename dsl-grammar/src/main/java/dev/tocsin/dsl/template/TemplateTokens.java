package dev.tocsin.dsl.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between two pairs of braces.
 *
 * @param tokens names, bars and texts in quotes
 * @param end offset behind the closing braces, or -1 when there are none
 */
record TemplateTokens(List<Token> tokens, int end) {
  private static final Pattern TOKEN =
      Pattern.compile("\\s++|}}|\\||\"[^\"]*+\"|'[^']*+'|\\{(?!\\{)|}|[\"']|[^\\s|{}\"']++");

  /** A word, with its offset in the text. */
  record Token(String text, int start) {
    boolean isBar() {
      return text.equals("|");
    }

    boolean isQuoted() {
      return text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
    }

    String unquoted() {
      return text.substring(1, text.length() - 1);
    }
  }

  /** Reads up to the closing braces; another pair that opens means there are none. */
  static TemplateTokens from(String text, int start) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(start, text.length());
    while (matcher.lookingAt()) {
      if (matcher.group().equals("}}")) {
        return new TemplateTokens(List.copyOf(tokens), matcher.end());
      }
      if (!matcher.group().isBlank()) {
        tokens.add(new Token(matcher.group(), matcher.start()));
      }
      matcher.region(matcher.end(), text.length());
    }
    return new TemplateTokens(List.of(), -1);
  }
}
