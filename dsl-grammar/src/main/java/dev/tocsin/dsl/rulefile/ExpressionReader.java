package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.Node;

/** Reads texts of the condition language, each node once, however many aliases of it there are. */
final class ExpressionReader {
  private final NodeReader reader;
  private final String expected;
  private final BiFunction<Fragment, Diagnostics, Optional<Expr>> parser;
  private final IdentityHashMap<Node, Optional<Expr>> read = new IdentityHashMap<>();

  /**
   * @param expected names such a text, with an example
   */
  ExpressionReader(
      NodeReader reader,
      String expected,
      BiFunction<Fragment, Diagnostics, Optional<Expr>> parser) {
    this.reader = reader;
    this.expected = expected;
    this.parser = parser;
  }

  Optional<Expr> read(Node node) {
    Optional<Expr> known = read.get(node);
    if (known != null) {
      boolean affordable = known.isEmpty() || reader.repeats().take(length(known.get()), node);
      return affordable ? known : Optional.empty();
    }
    Optional<Expr> expr =
        reader.fragment(node, expected).flatMap(text -> parser.apply(text, reader.diagnostics()));
    read.put(node, expr);
    return expr;
  }

  private static int length(Expr expr) {
    return expr.span().end() - expr.span().start();
  }
}
