package dev.tocsin.api;

import dev.tocsin.api.LabelMatcher.Operator;

/** Reads one matcher from a text. */
final class LabelMatcherText {
  /** None of these is part of a name. */
  private static final String NOT_IN_NAMES = "=!~\"'{},";

  private final String text;
  private int at;

  LabelMatcherText(String text) {
    this.text = text;
  }

  LabelMatcher read() {
    skipBlanks();
    String label = label();
    skipBlanks();
    Operator operator = operator(label);
    skipBlanks();
    String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
    return new LabelMatcher(label, operator, value);
  }

  private String label() {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && NOT_IN_NAMES.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw wrong("expected the name of a label");
    }
    return text.substring(start, at);
  }

  private Operator operator(String label) {
    for (Operator longer : new Operator[] {Operator.MATCHES, Operator.MATCHES_NOT}) {
      if (text.startsWith(longer.symbol(), at)) {
        return taken(longer);
      }
    }
    for (Operator other : new Operator[] {Operator.NOT_EQUAL, Operator.EQUAL}) {
      if (text.startsWith(other.symbol(), at)) {
        return taken(other);
      }
    }
    throw wrong("expected = != =~ or !~ after '" + label + "'");
  }

  private Operator taken(Operator operator) {
    at += operator.symbol().length();
    return operator;
  }

  private String bare() {
    int quote = text.indexOf('"', at);
    if (quote >= 0) {
      at = quote;
      throw wrong("a quote inside a value that does not begin with one");
    }
    return text.substring(at).strip();
  }

  private String quoted() {
    int opened = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char next = text.charAt(at++);
      value.append(next == '\\' ? escaped() : String.valueOf(next));
    }
    if (at == text.length()) {
      at = opened;
      throw wrong("a quote that is not closed");
    }
    at++;
    skipBlanks();
    if (at < text.length()) {
      throw wrong("something follows the value");
    }
    return value.toString();
  }

  /** What a backslash and the character behind it stand for. */
  private String escaped() {
    if (at == text.length()) {
      return "";
    }
    char next = text.charAt(at);
    switch (next) {
      case 'n' -> {
        at++;
        return "\n";
      }
      case '"', '\\' -> {
        at++;
        return String.valueOf(next);
      }
      default -> {
        return "\\";
      }
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(
        problem + ", at character " + (at + 1) + " of '" + text + "'");
  }
}
