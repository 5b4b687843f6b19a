package dev.tocsin.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a condition gives a tree or located errors, and what is printed is read again. */
class ConditionFuzz {

  static Stream<byte[]> seeds() throws IOException {
    return Seeds.of("dsl-grammar/src/test/resources/diagnostics/conditions").stream();
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsOrExplains(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<Expr> tree = read(text);
    if (tree.isPresent()) {
      String printed = ExprPrinter.print(tree.get());
      String again = ExprPrinter.print(read(printed).orElseThrow());
      if (!again.equals(printed)) {
        throw new AssertionError("'" + printed + "' is read as '" + again + "'");
      }
    }
  }

  private static Optional<Expr> read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("<condition>", text);
    Optional<Expr> tree = ConditionParser.condition(Fragment.whole(source), diagnostics);
    Located.assertLocated(diagnostics.all());
    if (tree.isPresent() == diagnostics.hasErrors()) {
      throw new AssertionError("a tree and errors, or neither: " + text);
    }
    return tree;
  }
}
