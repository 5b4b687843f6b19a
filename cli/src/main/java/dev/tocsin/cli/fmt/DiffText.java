package dev.tocsin.cli.fmt;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Printable;
import java.util.List;
import org.jline.utils.AttributedStyle;

/** What changes in a file, as {@code patch} reads it. */
final class DiffText {
  private static final int CONTEXT = 3;

  private DiffText() {}

  static void print(String file, String before, String after, StyledOutput out) {
    List<String> old = lines(before);
    UnifiedDiffUtils.generateUnifiedDiff(
            file, file, old, DiffUtils.diff(old, lines(after)), CONTEXT)
        .forEach(line -> out.print(List.of(Palette.text(Printable.of(line), style(line)))));
  }

  /** Carriage returns are shown, where they are what changes. */
  private static List<String> lines(String text) {
    return List.of(text.split("\n"));
  }

  private static AttributedStyle style(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> Palette.GREEN;
      case '-' -> Palette.RED;
      default -> AttributedStyle.DEFAULT;
    };
  }
}
