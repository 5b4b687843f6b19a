package dev.tocsin.dsl.parser;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** What people mean by characters that the language does not have. */
final class StrayCharacter {
  private StrayCharacter() {}

  /** The operator that was meant. */
  static String operator(String misspelt) {
    return switch (misspelt) {
      case "=", "===" -> "==";
      case "<>", "!==", "\u2260" -> "!=";
      case "=>", "\u2265" -> ">=";
      case "=<", "\u2264" -> "<=";
      case "&", "&&" -> "and";
      case "|", "||" -> "or";
      case "!" -> "not";
      case "~" -> "=~";
      case "\u00d7" -> "*";
      case "\u00f7" -> "/";
      case "\u2212", "\u2013" -> "-";
      default -> throw new IllegalArgumentException(misspelt);
    };
  }

  /** The character, or its name when it cannot be seen. */
  static String named(String character) {
    int code = character.codePointAt(0);
    boolean visible =
        switch (Character.getType(code)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
              false;
          case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    if (visible) {
      return "'" + character + "'";
    }
    String name = Character.getName(code);
    String number = String.format(Locale.ROOT, "U+%04X", code);
    return name == null ? number : number + " (" + name.toLowerCase(Locale.ROOT) + ")";
  }

  static Optional<String> hint(List<Token> tokens, int index) {
    String character = tokens.get(index).getText();
    Optional<String> before = numberAt(tokens, index - 1);
    Optional<String> after = numberAt(tokens, index + 1);
    return switch (character) {
      case "%" -> Optional.of("write " + before.orElse("5") + "% without a space");
      case "$" ->
          Optional.of("write the amount behind the sign: $" + before.or(() -> after).orElse("10"));
      case "\u20ac", "\u00a3", "\u00a5" ->
          Optional.of("amounts are in US dollars: $" + after.or(() -> before).orElse("10"));
      case "." -> after.map(number -> "write 0." + number);
      case "\u201c", "\u201d", "\u201e", "\u2018", "\u2019", "\u00ab", "\u00bb", "`" ->
          Optional.of("put texts in straight quotes: \"text\"");
      case "{", "}" -> Optional.of("filter events with: where model == \"gpt-4\"");
      case "[", "]" -> Optional.of("write a window as: over 5m; a list as: in (\"a\", \"b\")");
      case "#" -> Optional.of("a comment cannot stand inside a condition");
      case "^" -> Optional.of("there are + - * / only");
      default -> Optional.empty();
    };
  }

  private static Optional<String> numberAt(List<Token> tokens, int index) {
    return index >= 0
            && index < tokens.size()
            && tokens.get(index).getType() == ConditionGrammarLexer.NUMBER
        ? Optional.of(tokens.get(index).getText())
        : Optional.empty();
  }
}
