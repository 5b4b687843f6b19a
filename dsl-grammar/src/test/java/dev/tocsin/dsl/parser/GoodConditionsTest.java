package dev.tocsin.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GoodConditionsTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/good-conditions.csv", delimiter = '→', quoteCharacter = '\u0001')
  void prints_canonically(String written, String canonical) {
    assertThat(ExprPrinter.print(condition(written))).isEqualTo(canonical);
    assertThat(ExprPrinter.print(condition(canonical))).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/good-metrics.csv", delimiter = '→', quoteCharacter = '\u0001')
  void prints_metrics_canonically(String written, String canonical) {
    assertThat(ExprPrinter.print(metric(written))).isEqualTo(canonical);
  }

  private static Expr condition(String text) {
    Diagnostics diagnostics = new Diagnostics();
    var parsed = ConditionParser.condition(whole(text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return parsed.orElseThrow();
  }

  private static Expr metric(String text) {
    Diagnostics diagnostics = new Diagnostics();
    var parsed = ConditionParser.metric(whole(text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return parsed.orElseThrow();
  }

  private static Fragment whole(String text) {
    return Fragment.whole(new Source("<condition>", text));
  }
}
