package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written.Scalar;
import dev.tocsin.dsl.yaml.Written.Style;
import java.util.ArrayList;
import java.util.List;

/** Texts on the lines below a {@code |} or {@code >}, which stay as they are. */
final class BlockText {
  private BlockText() {}

  /** The header, then the lines without indentation. */
  static List<String> lines(Scalar scalar, List<String> raw) {
    boolean keeps = keeps(scalar);
    int end = raw.size();
    while (end > 0 && raw.get(end - 1).isBlank() && !keeps) {
      end--;
    }
    List<String> lines = new ArrayList<>();
    lines.add(header(scalar, raw));
    lines.addAll(raw.subList(0, end));
    return lines;
  }

  private static String header(Scalar scalar, List<String> raw) {
    StringBuilder header = new StringBuilder(scalar.properties());
    if (header.length() > 0) {
      header.append(' ');
    }
    header.append(scalar.style() == Style.LITERAL ? '|' : '>');
    if (beginsWithSpace(raw)) {
      header.append(Lines.STEP);
    }
    if (keeps(scalar)) {
      header.append('+');
    } else if (!scalar.value().endsWith("\n")) {
      header.append('-');
    }
    return header.toString();
  }

  /** Then its indentation cannot be told from its first line. */
  private static boolean beginsWithSpace(List<String> raw) {
    for (String line : raw) {
      if (line.startsWith(" ")) {
        return true;
      }
      if (!line.isBlank()) {
        return false;
      }
    }
    return false;
  }

  /** Whether blank lines behind it are a part of it. */
  static boolean keeps(Scalar scalar) {
    return scalar.isBlock() && scalar.value().endsWith("\n\n");
  }
}
