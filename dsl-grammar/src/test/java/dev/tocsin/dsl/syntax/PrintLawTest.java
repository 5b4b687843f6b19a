package dev.tocsin.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.parser.ConditionParser;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/** parse(print(x)) = x, but for positions. */
class PrintLawTest {
  private static final RecursiveComparisonConfiguration WITHOUT_POSITIONS =
      RecursiveComparisonConfiguration.builder()
          .withIgnoredFieldsOfTypes(Span.class)
          .withStrictTypeChecking(true)
          .build();

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void conditions(@ForAll("conditions") Expr tree) {
    holds(tree, ConditionParser::condition);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void metrics(@ForAll("metrics") Expr tree) {
    holds(tree, ConditionParser::metric);
  }

  @Provide
  Arbitrary<Expr> conditions() {
    return Trees.condition();
  }

  @Provide
  Arbitrary<Expr> metrics() {
    return Trees.metric();
  }

  private static void holds(Expr tree, BiFunction<Fragment, Diagnostics, Optional<Expr>> parser) {
    String printed = ExprPrinter.print(tree);
    Diagnostics diagnostics = new Diagnostics();
    Optional<Expr> parsed =
        parser.apply(Fragment.whole(new Source("<printed>", printed)), diagnostics);
    assertThat(diagnostics.all()).as(printed).isEmpty();
    assertThat(parsed)
        .as(printed)
        .get()
        .usingRecursiveComparison(WITHOUT_POSITIONS)
        .isEqualTo(tree);
    assertThat(ExprPrinter.print(parsed.orElseThrow())).isEqualTo(printed);
  }
}
