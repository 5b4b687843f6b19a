package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.syntax.Expr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions in a tree are those of the file, however the condition is quoted. */
class ConditionPositionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "left > 1 and right > 2",
        "'left > 1 and right > 2'",
        "\"left > 1 and right > 2\"",
        "\"left\\x20>\\u00201 and \\\n        right > 2\"",
        "\"\\tleft > 1\n\n      and right > 2\"",
        "left > 1\n      and\n      right > 2",
        ">-\n      left > 1\n      and right > 2",
        ">\n      left > 1\n        and\n      right > 2\n",
        "|2  # a comment\n      left > 1\n\n      and right > 2\n",
        "|+\r\n      left > 1\r\n      and right > 2\r\n",
        "   'left > 1\n   \n     and right > 2'",
        "&anchor left > 1 and right > 2",
        "!!str left > 1 and right > 2",
      })
  void point_into_the_file(String written) {
    String text = "rules:\n  - name: \"😀\"\n    condition: " + written + "\n    window: 5m\n";
    Expr.And and = (Expr.And) RuleFiles.good(text).rules().get(0).condition();
    Expr.Name left = (Expr.Name) ((Expr.Comparison) and.operands().get(0)).left();
    Expr.Name right = (Expr.Name) ((Expr.Comparison) and.operands().get(1)).left();
    assertThat(left.span().text()).isEqualTo("left");
    assertThat(left.span().start()).isEqualTo(text.indexOf("left"));
    assertThat(right.span().text()).isEqualTo("right");
    assertThat(right.span().start()).isEqualTo(text.indexOf("right"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'count() where m == ''it'' and x == \"\" or y > 2'",
        "\"count() where m == \\\"\\u00e9\\U0001F600\\\" or y > 2\"",
      })
  void escapes_keep_what_follows_in_place(String written) {
    String text = "rules:\n  - name: x\n    condition: " + written.replace("or y", "oder y") + "\n";
    assertThat(RuleFiles.errors(text))
        .singleElement()
        .satisfies(found -> assertThat(found.span().start()).isEqualTo(text.indexOf("oder")));
  }
}
