package dev.tocsin.dsl.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of a YAML text as its author wrote it, with comments, quotes and blank lines. Aliases are
 * not followed.
 */
public sealed interface Written {

  /** The anchor and the tag, as they are written; empty without. */
  String properties();

  /** How a text is set off from what is around it. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /**
   * A text, a number and the like.
   *
   * @param tag what YAML takes it for
   * @param raw as it stands in the file, with quotes; of a block its lines, without the indentation
   */
  record Scalar(String properties, Style style, String tag, String value, String raw)
      implements Written {
    /** Whether YAML tells from its form what it is. */
    public boolean isPlain() {
      return style == Style.PLAIN;
    }

    /** Whether it is a text on the lines below a {@code |} or {@code >}. */
    public boolean isBlock() {
      return style == Style.LITERAL || style == Style.FOLDED;
    }

    /** Whether nothing is written. */
    public boolean isEmpty() {
      return isPlain() && value.isEmpty();
    }
  }

  /** A name for a node that stands elsewhere. */
  record Alias(String name) implements Written {
    @Override
    public String properties() {
      return "";
    }
  }

  /**
   * A mapping or a list.
   *
   * @param keyed whether it is a mapping, so that each entry has a key
   * @param flow whether it is written in braces or brackets
   * @param below comments behind the last entry
   */
  record Collection(
      String properties, boolean keyed, boolean flow, List<Entry> entries, List<Comment> below)
      implements Written {
    public Collection {
      entries = List.copyOf(entries);
      below = List.copyOf(below);
    }

    /** The same without what stands behind the last entry. */
    public Collection withoutComments() {
      return new Collection(properties, keyed, flow, entries, List.of());
    }
  }

  /**
   * An element of a list, or a key and its value.
   *
   * @param above comments on lines of their own before it
   * @param apart whether a blank line stands right before it
   * @param beside the comment at the end of its first line
   */
  record Entry(
      List<Comment> above,
      boolean apart,
      Optional<Scalar> key,
      Written value,
      Optional<String> beside) {
    public Entry {
      above = List.copyOf(above);
    }

    /** The same with other comments above it. */
    public Entry below(List<Comment> others, boolean blank) {
      return new Entry(others, blank, key, value, beside);
    }

    /** The text of the key; empty for an element. */
    public String name() {
      return key.map(Scalar::value).orElse("");
    }
  }

  /**
   * A comment on a line of its own.
   *
   * @param text from the {@code #} on
   * @param apart whether a blank line stands before it
   */
  record Comment(String text, boolean apart) {}

  /** The texts of all comments, in the order of the file. */
  default Stream<String> comments() {
    if (!(this instanceof Collection collection)) {
      return Stream.empty();
    }
    return Stream.concat(
        collection.entries().stream()
            .flatMap(
                entry ->
                    Stream.of(
                            entry.above().stream().map(Comment::text),
                            entry.beside().stream(),
                            entry.value().comments())
                        .flatMap(each -> each)),
        collection.below().stream().map(Comment::text));
  }

  /** All nodes, this first. */
  default Stream<Written> all() {
    return this instanceof Collection collection
        ? Stream.concat(
            Stream.of(this), collection.entries().stream().flatMap(each -> each.value().all()))
        : Stream.of(this);
  }
}
