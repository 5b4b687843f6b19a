package dev.tocsin.dsl.diagnostic;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.Locale;

/**
 * Shows a problem to its author: where and what, the line with the place underlined, and the hint.
 *
 * <pre>
 * alert_rules.yaml:3:16: error TC301: unknown metric 'eror_rate'
 *   3 |     condition: eror_rate &gt; 5%
 *     |                ^^^^^^^^^
 *   = hint: did you mean 'error_rate'?
 * </pre>
 */
public final class DiagnosticText {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[34m";

  private final boolean colours;

  private DiagnosticText(boolean colours) {
    this.colours = colours;
  }

  /** Without colours and without a line end behind it. */
  public static String render(Diagnostic diagnostic) {
    return render(diagnostic, false);
  }

  /** With ANSI colours where asked for, without a line end behind it. */
  public static String render(Diagnostic diagnostic, boolean colours) {
    return new DiagnosticText(colours).text(diagnostic);
  }

  private String text(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Source source = span.source();
    int line = source.line(span.start());
    boolean error = diagnostic.severity() == Diagnostic.Level.ERROR;
    String level = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    String accent = error ? RED : YELLOW;
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    UnderlinedLine shown = UnderlinedLine.of(span);
    StringBuilder text = new StringBuilder();
    text.append(paint(BOLD, span + ":")).append(' ');
    text.append(paint(accent, level + " " + diagnostic.code().id() + ":")).append(' ');
    text.append(UnderlinedLine.printable(diagnostic.message()));
    text.append("\n  ").append(paint(BLUE, number + " |")).append(' ').append(shown.text());
    text.append("\n  ").append(paint(BLUE, margin + " |")).append(' ');
    text.append(" ".repeat(shown.indent())).append(paint(accent, "^".repeat(shown.width())));
    diagnostic
        .hint()
        .ifPresent(
            hint ->
                text.append("\n  = ")
                    .append(paint(BOLD, "hint:"))
                    .append(' ')
                    .append(UnderlinedLine.printable(hint)));
    return text.toString();
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
