package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds the characters of a scalar in the file. All that is not white space stands there in the
 * same order, but for escapes in quotes; of folded lines and indentation only white space comes or
 * goes. So whenever the two differ, the file has white space to skip.
 */
final class ScalarFragment {
  private final String file;
  private final ScalarStyle style;
  private final int end;
  private int at;

  private ScalarFragment(String file, ScalarStyle style, int start, int end) {
    this.file = file;
    this.style = style;
    this.at = start;
    this.end = end;
  }

  static Fragment of(Source source, ScalarNode node, int start, int end) {
    ScalarStyle style = node.getScalarStyle();
    boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    ScalarFragment aligned =
        new ScalarFragment(
            source.text(), style, quoted ? start + 1 : start, quoted ? end - 1 : end);
    if (style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL) {
      aligned.skipHeader();
    }
    return Fragment.of(source, node.getValue(), aligned.offsets(node.getValue()));
  }

  /** {@code |}, {@code >-} and a comment may stand before the lines of a block. */
  private void skipHeader() {
    int lineEnd = file.indexOf('\n', at);
    at = lineEnd < 0 ? end : Math.min(lineEnd + 1, end);
  }

  private int[] offsets(String value) {
    int[] offsets = new int[value.length() + 1];
    for (int i = 0; i < value.length(); i++) {
      skipTo(value.charAt(i));
      offsets[i] = at;
      boolean secondHalf = i > 0 && Character.isSurrogatePair(value.charAt(i - 1), value.charAt(i));
      if (!(secondHalf && offsets[i - 1] < at && file.charAt(offsets[i - 1]) == '\\')) {
        at = Math.min(end, at + width(value.charAt(i)));
      }
    }
    offsets[value.length()] = at;
    return offsets;
  }

  private void skipTo(char wanted) {
    while (at < end && file.charAt(at) != wanted) {
      if (isEscape() && isLineBreak(at + 1)) {
        at += 2;
      } else if (Character.isWhitespace(file.charAt(at)) && !Character.isWhitespace(wanted)) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean isLineBreak(int offset) {
    return offset < end && (file.charAt(offset) == '\n' || file.charAt(offset) == '\r');
  }

  private boolean isEscape() {
    return style == ScalarStyle.DOUBLE_QUOTED && at < end && file.charAt(at) == '\\';
  }

  /** Characters in the file for the character of the value that stands here. */
  private int width(char value) {
    if (isEscape()) {
      char escape = at + 1 < end ? file.charAt(at + 1) : ' ';
      return switch (escape) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    if (style == ScalarStyle.SINGLE_QUOTED && value == '\'') {
      return 2;
    }
    boolean folded = Character.isWhitespace(value) && !Character.isWhitespace(fileAt());
    return folded ? 0 : 1;
  }

  private char fileAt() {
    return at < end ? file.charAt(at) : ' ';
  }
}
