package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written;
import dev.tocsin.dsl.yaml.Written.Collection;
import dev.tocsin.dsl.yaml.Written.Comment;
import dev.tocsin.dsl.yaml.Written.Entry;
import dev.tocsin.dsl.yaml.Written.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes on lines. */
final class Layout {
  private final KeyOrder order;
  private final FlowText flow;

  private Layout(Written root) {
    this.order = new KeyOrder(root);
    this.flow = new FlowText(order);
  }

  /** The text of a file. */
  static String text(Written root, Place place) {
    return Lines.text(new Layout(root).file((Collection) root, place));
  }

  private List<Line> file(Collection root, Place place) {
    Lines lines = new Lines();
    if (!root.properties().isEmpty()) {
      lines.add(Line.of(root.properties()));
    }
    if (root.entries().isEmpty()) {
      lines.add(Line.of("{}"));
    }
    lines.add(entries(root, 0, place));
    return lines.all();
  }

  /** The entries of a collection below each other, then what stands behind the last. */
  private List<Line> entries(Collection collection, int column, Place place) {
    Lines lines = new Lines();
    boolean wasBlock = false;
    for (Entry entry : order.of(collection, place)) {
      List<Line> own =
          entry.key().isPresent() ? keyed(entry, column, place) : element(entry, column, place);
      int comments = hoisted(own, entry);
      boolean block = own.size() - comments > 1;
      boolean spaced = isSpaced(collection, place) && (block || wasBlock);
      boolean sectioned = isFile(place) && collection.keyed() && block && wasBlock;
      if (spaced || sectioned) {
        lines.blank();
      }
      above(entry, lines);
      lines.add(own);
      wasBlock = block;
    }
    comments(collection.below(), lines);
    return lines.all();
  }

  private static boolean isSpaced(Collection collection, Place place) {
    return !collection.keyed() && place.isSpaced();
  }

  private static boolean isFile(Place place) {
    return place == Place.RULE_FILE || place == Place.TEST_FILE;
  }

  /** How many of the lines of an element are comments before its dash. */
  private static int hoisted(List<Line> own, Entry entry) {
    int count = 0;
    while (entry.key().isEmpty() && count < own.size() - 1 && own.get(count).isComment()) {
      count++;
    }
    return count;
  }

  private static void above(Entry entry, Lines lines) {
    comments(entry.above(), lines);
    if (entry.apart()) {
      lines.blank();
    }
  }

  private static void comments(List<Comment> comments, Lines lines) {
    for (Comment comment : comments) {
      if (comment.apart()) {
        lines.blank();
      }
      lines.add(Line.comment(comment.text()));
    }
  }

  private List<Line> keyed(Entry entry, int column, Place place) {
    Place below = place.below(entry.name());
    String head = FlowText.key(entry.key().orElseThrow(), false) + ":";
    if (entry.value() instanceof Scalar scalar) {
      return scalar(scalar, head + " ", below.ofText(), entry.beside());
    }
    Optional<String> inline = inline(entry.value(), column + head.length() + 1, below);
    if (inline.isPresent()) {
      return withInside(entry.value(), Line.of(head + " " + inline.get()).with(entry.beside()));
    }
    Collection value = (Collection) entry.value();
    List<Line> lines = new ArrayList<>();
    String properties = value.properties().isEmpty() ? "" : " " + value.properties();
    lines.add(Line.of(head + properties).with(entry.beside()));
    lines.addAll(Lines.indented(entries(value, column + Lines.STEP, below)));
    return lines;
  }

  /** An empty collection may have comments inside all the same. */
  private static List<Line> withInside(Written value, Line line) {
    List<Line> lines = new ArrayList<>();
    value.comments().map(Line::comment).forEach(lines::add);
    lines.add(line);
    return lines;
  }

  private List<Line> element(Entry entry, int column, Place place) {
    if (entry.value() instanceof Scalar scalar) {
      return scalar(scalar, "- ", place.ofText(), entry.beside());
    }
    Optional<String> inline = inline(entry.value(), column + Lines.STEP, place);
    if (inline.isPresent()) {
      return withInside(entry.value(), Line.of("- " + inline.get()).with(entry.beside()));
    }
    Collection value = (Collection) entry.value();
    List<Line> lines = new ArrayList<>();
    entry.beside().map(Line::comment).ifPresent(lines::add);
    List<Line> children = entries(value, column + Lines.STEP, place);
    int first = 0;
    while (children.get(first).isComment()) {
      lines.add(children.get(first++));
    }
    if (value.properties().isEmpty()) {
      lines.add(children.get(first++).behind("- "));
    } else {
      lines.add(Line.of("- " + value.properties()));
    }
    lines.addAll(Lines.indented(children.subList(first, children.size())));
    return lines;
  }

  /** On one line where it fits, and was written so. */
  private Optional<String> inline(Written node, int column, Place place) {
    if (node instanceof Collection collection && collection.entries().isEmpty()) {
      return flow.of(collection.withoutComments(), place);
    }
    return flow.of(node, place)
        .filter(text -> node instanceof Written.Alias || column + text.length() <= Lines.WIDTH);
  }

  private static List<Line> scalar(
      Scalar scalar, String head, Place place, Optional<String> beside) {
    Optional<String> inline = ScalarText.inline(scalar, false, place);
    if (inline.isPresent()) {
      return List.of(Line.of((head + inline.get()).stripTrailing()).with(beside));
    }
    List<String> texts = ScalarText.lines(scalar);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(head + texts.get(0)));
    lines.addAll(Lines.indented(texts.subList(1, texts.size()).stream().map(Line::of).toList()));
    int commented = scalar.isBlock() ? 0 : lines.size() - 1;
    lines.set(commented, lines.get(commented).with(beside));
    if (BlockText.keeps(scalar)) {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1).keeping());
    }
    return lines;
  }
}
