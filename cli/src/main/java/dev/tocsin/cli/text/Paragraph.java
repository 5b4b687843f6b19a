package dev.tocsin.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Pieces of text in a row, on as many lines as a width asks for; breaks only at blanks. */
public final class Paragraph {
  private final int width;
  private final int indent;
  private final List<AttributedString> lines = new ArrayList<>();
  private AttributedStringBuilder line = new AttributedStringBuilder();
  private boolean empty = true;

  /**
   * @param width that no line exceeds, as long as no single word does
   * @param indent of the second and later lines
   */
  public Paragraph(int width, int indent) {
    this.width = width;
    this.indent = indent;
  }

  /** Adds a piece after {@code gap} blanks; it is kept on one line if a line can hold it. */
  public Paragraph add(int gap, AttributedString piece) {
    if (fits(gap, piece)) {
      append(gap, piece);
    } else if (indent + piece.columnLength() <= width) {
      breakLine();
      append(0, piece);
    } else {
      int before = gap;
      for (AttributedString word : words(piece)) {
        addWord(before, word);
        before = 1;
      }
    }
    return this;
  }

  /** The lines so far, none of them with blanks at its end. */
  public List<AttributedString> lines() {
    List<AttributedString> all = new ArrayList<>(lines);
    all.add(withoutBlanksAtEnd(line));
    return List.copyOf(all);
  }

  private void addWord(int gap, AttributedString word) {
    if (!fits(gap, word) && !empty) {
      breakLine();
      append(0, word);
    } else {
      append(gap, word);
    }
  }

  private boolean fits(int gap, AttributedString piece) {
    return line.columnLength() + (empty ? 0 : gap) + piece.columnLength() <= width;
  }

  private void append(int gap, AttributedString piece) {
    if (!empty) {
      line.append(" ".repeat(gap));
    }
    line.append(piece);
    empty = false;
  }

  private void breakLine() {
    if (!empty) {
      lines.add(withoutBlanksAtEnd(line));
    }
    line = new AttributedStringBuilder().append(" ".repeat(indent));
    empty = true;
  }

  private static AttributedString withoutBlanksAtEnd(AttributedStringBuilder line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.subSequence(0, end);
  }

  private static List<AttributedString> words(AttributedString text) {
    List<AttributedString> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start) {
          words.add(text.subSequence(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
