package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written.Scalar;
import dev.tocsin.dsl.yaml.Written.Style;
import dev.tocsin.dsl.yaml.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How single texts are written. */
final class ScalarText {
  private static final String SIGNS = "-?:,[]{}#&*!|>'\"%@`";

  /** What is a number or a date to some reader of YAML keeps its quotes. */
  private static final Pattern NUMERIC =
      Pattern.compile(
          "[-+]?\\.?[0-9][0-9_.:eE+-]*|0[xob][0-9A-Fa-f_]+|[-+]?\\.[A-Za-z]+"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  /** Escapes at the ends of lines mean something. */
  private static final Pattern ESCAPED_SPACE = Pattern.compile("\\\\\\s");

  private ScalarText() {}

  /** The text on one line; empty where it takes more of them. */
  static Optional<String> inline(Scalar scalar, boolean flow, Place place) {
    if (isOnOneLine(scalar)) {
      return Optional.of(with(scalar, content(scalar, flow, place)));
    }
    boolean empty = scalar.isBlock() && scalar.raw().isBlank();
    boolean escaped =
        scalar.style() == Style.DOUBLE_QUOTED && ESCAPED_SPACE.matcher(scalar.raw()).find();
    if (!empty && !escaped) {
      return Optional.empty();
    }
    boolean bare = scalar.properties().isEmpty() && !keepsQuotes(scalar, place);
    return Optional.of(
        with(
            scalar,
            bare && isPlain(scalar.value(), flow)
                ? scalar.value()
                : DoubleQuotes.of(scalar.value())));
  }

  private static boolean isOnOneLine(Scalar scalar) {
    return !scalar.isBlock() && !scalar.raw().contains("\n");
  }

  /** Whether readers tell from quotes what it is. */
  private static boolean keepsQuotes(Scalar scalar, Place place) {
    return place == Place.VALUE || scalar.value().contains("$(");
  }

  private static String with(Scalar scalar, String content) {
    String properties = scalar.properties();
    return properties.isEmpty() || content.isEmpty()
        ? properties + content
        : properties + " " + content;
  }

  private static String content(Scalar scalar, boolean flow, Place place) {
    String value = scalar.value();
    if (!scalar.properties().isEmpty() || keepsQuotes(scalar, place)) {
      return scalar.style() == Style.SINGLE_QUOTED ? quotes(scalar) : scalar.raw();
    }
    String spaced = Expressions.spaced(value, place);
    if (scalar.isPlain() && spaced.equals(value)) {
      return scalar.raw();
    }
    if (isPlain(spaced, flow)) {
      return spaced;
    }
    if (spaced.equals(value)) {
      return scalar.style() == Style.SINGLE_QUOTED ? quotes(scalar) : scalar.raw();
    }
    return spaced.contains("\"") || spaced.contains("\\")
        ? "'" + spaced.replace("'", "''") + "'"
        : DoubleQuotes.of(spaced);
  }

  /** Double ones, unless more would have to be escaped. */
  private static String quotes(Scalar single) {
    String value = single.value();
    return value.contains("\"") || value.contains("\\") ? single.raw() : DoubleQuotes.of(value);
  }

  /** Whether a text says the same without quotes, to people too. */
  private static boolean isPlain(String text, boolean flow) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && SIGNS.indexOf(text.charAt(0)) < 0
        && text.codePoints().allMatch(c -> isPlain(c, flow))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !NUMERIC.matcher(text).matches()
        && WrittenText.isText(text);
  }

  private static boolean isPlain(int c, boolean flow) {
    return "{}[]".indexOf(c) < 0 && (!flow || c != ',') && DoubleQuotes.isShown(c);
  }

  /**
   * The lines of a text that takes more than one; the first goes behind the key. Those below it are
   * indented.
   */
  static List<String> lines(Scalar scalar) {
    List<String> raw = List.of(scalar.raw().split("\n", -1));
    if (scalar.isBlock()) {
      return BlockText.lines(scalar, raw);
    }
    List<String> lines = new ArrayList<>(raw.stream().map(String::strip).toList());
    lines.set(0, with(scalar, lines.get(0)));
    return lines;
  }
}
