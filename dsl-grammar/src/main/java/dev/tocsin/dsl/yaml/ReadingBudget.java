package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Bounds what aliases make of a file: a value is read wherever an alias stands for it, so that a
 * few lines could stand for gigabytes. A file without aliases cannot come near.
 */
public final class ReadingBudget {
  private final NodeSpans spans;
  private final Diagnostics diagnostics;
  private final long most;
  private long left;

  /**
   * @param most characters of all values that are read
   */
  public ReadingBudget(NodeSpans spans, Diagnostics diagnostics, long most) {
    this.most = most;
    this.left = most;
    this.spans = spans;
    this.diagnostics = diagnostics;
  }

  /** Whether a value of so many characters may still be read; if not, it is told once. */
  public boolean take(int characters, Node node) {
    boolean hadSome = left >= 0;
    left -= hadSome ? characters + 1L : 0;
    if (hadSome && left < 0) {
      diagnostics.error(
          Code.YAML_LIMIT,
          spans.span(node),
          "aliases make too much of this file: more than " + most + " characters");
    }
    return left >= 0;
  }
}
