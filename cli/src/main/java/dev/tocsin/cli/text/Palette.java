package dev.tocsin.cli.text;

import dev.tocsin.api.Severity;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The few styles in use; every text reads the same without them. */
public final class Palette {
  public static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  public static final AttributedStyle STRONG = PLAIN.bold();
  public static final AttributedStyle FAINT = PLAIN.faint();
  public static final AttributedStyle RED = PLAIN.foreground(AttributedStyle.RED);
  public static final AttributedStyle GREEN = PLAIN.foreground(AttributedStyle.GREEN);
  public static final AttributedStyle YELLOW = PLAIN.foreground(AttributedStyle.YELLOW);

  private Palette() {}

  /** How a severity is set off. */
  public static AttributedStyle of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> RED;
      case WARNING -> YELLOW;
      case INFO -> PLAIN;
    };
  }

  /** Text from a file, made safe to show, in a style. */
  public static AttributedString text(String text, AttributedStyle style) {
    return new AttributedString(Printable.of(text), style);
  }

  /** Text from a file, made safe to show. */
  public static AttributedString text(String text) {
    return text(text, PLAIN);
  }
}
