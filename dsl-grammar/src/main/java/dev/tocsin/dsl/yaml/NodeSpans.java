package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.CodePointOffsets;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.IdentityHashMap;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where the nodes of a YAML document were written. */
public final class NodeSpans {
  private final Source source;
  private final CodePointOffsets offsets;
  private final IdentityHashMap<ScalarNode, Fragment> filled = new IdentityHashMap<>();

  public NodeSpans(Source source) {
    this.source = source;
    this.offsets = new CodePointOffsets(source.text());
  }

  public Span span(Node node) {
    int start = start(node);
    int end = offset(node.getEndMark());
    // the mark behind a block stands at the next token, lines below
    String all = source.text();
    while (end > start && Character.isWhitespace(all.charAt(end - 1))) {
      end--;
    }
    Fragment text = node instanceof ScalarNode scalar ? filled.get(scalar) : null;
    return new Span(source, start, end, text == null ? null : text.text());
  }

  /** The character at a mark. */
  public Span at(Mark mark) {
    return at(mark.getIndex());
  }

  /** The character at a position counted in code points. */
  public Span at(int position) {
    return new Span(source, offsets.offset(position), offsets.offset(position + 1));
  }

  /** The text of a scalar, and where each character of it was written. */
  public Fragment fragment(ScalarNode node) {
    Fragment text = filled.get(node);
    return text != null
        ? text
        : ScalarFragment.of(source, node, start(node), offset(node.getEndMark()));
  }

  /** Says where the text of a scalar was written of which parameters were filled in. */
  void fill(ScalarNode node, Fragment text) {
    filled.put(node, text);
  }

  /** Behind the anchor and the tag, which SnakeYAML counts as a part of the node. */
  private int start(Node node) {
    String text = source.text();
    int start = offset(node.getStartMark());
    int end = offset(node.getEndMark());
    while (start < end && "&!".indexOf(text.charAt(start)) >= 0) {
      while (start < end && !Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    return start;
  }

  private int offset(Mark mark) {
    return offsets.offset(mark.getIndex());
  }
}
