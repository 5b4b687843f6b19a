package dev.tocsin.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Aligned columns without rules between them. The last column wraps at blanks; where the others
 * alone are too wide, the first is cut with an ellipsis. Widths are those on screen, so wide
 * characters line up; a column without text takes no room.
 */
public final class Table {
  private static final int GAP = 2;
  private static final int LEAST_FIRST = 12;
  private static final int LEAST_LAST = 14;

  private final Align[] aligns;
  private final List<List<AttributedString>> rows = new ArrayList<>();

  /** On which side of its column a cell stands. */
  public enum Align {
    LEFT,
    RIGHT
  }

  /** One alignment a column. */
  public Table(Align... aligns) {
    this.aligns = aligns.clone();
  }

  /** Adds a row of cells in one style. */
  public Table row(AttributedStyle style, String... cells) {
    return row(Arrays.stream(cells).map(cell -> Palette.text(cell, style)).toList());
  }

  /** Adds a row, a cell for each column. */
  public Table row(List<AttributedString> cells) {
    if (cells.size() != aligns.length) {
      throw new IllegalArgumentException(cells.size() + " cells for " + aligns.length + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table, indented, no line wider than {@code width} unless a single word is. */
  public List<AttributedString> lines(int width, int indent) {
    int[] widths = widths(width - indent);
    List<AttributedString> lines = new ArrayList<>();
    for (List<AttributedString> row : rows) {
      AttributedStringBuilder start = new AttributedStringBuilder().append(" ".repeat(indent));
      int last = aligns.length - 1;
      for (int column = 0; column < last; column++) {
        if (widths[column] > 0) {
          AttributedString cell = cut(row.get(column), widths[column]);
          start.append(padded(cell, widths[column], aligns[column])).append(" ".repeat(GAP));
        }
      }
      AttributedString tail = row.get(last);
      if (aligns[last] == Align.RIGHT) {
        tail = padded(tail, widths[last], Align.RIGHT);
      }
      Paragraph line = new Paragraph(width, start.columnLength());
      lines.addAll(line.add(0, start.toAttributedString()).add(0, tail).lines());
    }
    return lines;
  }

  private int[] widths(int available) {
    int last = aligns.length - 1;
    int[] widths = new int[aligns.length];
    for (List<AttributedString> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).columnLength());
      }
    }
    int fixed = GAP * last + Math.min(widths[last], LEAST_LAST);
    for (int column = 0; column < last; column++) {
      fixed += widths[column];
    }
    if (fixed > available) {
      widths[0] = Math.max(Math.min(LEAST_FIRST, widths[0]), widths[0] - (fixed - available));
    }
    return widths;
  }

  private static AttributedString cut(AttributedString cell, int width) {
    if (cell.columnLength() <= width) {
      return cell;
    }
    return new AttributedStringBuilder()
        .append(cell.columnSubSequence(0, width - 2))
        .append("..", cell.styleAt(0))
        .toAttributedString();
  }

  private static AttributedString padded(AttributedString cell, int width, Align align) {
    String blanks = " ".repeat(Math.max(0, width - cell.columnLength()));
    AttributedStringBuilder line = new AttributedStringBuilder();
    return (align == Align.LEFT
            ? line.append(cell).append(blanks)
            : line.append(blanks).append(cell))
        .toAttributedString();
  }
}
