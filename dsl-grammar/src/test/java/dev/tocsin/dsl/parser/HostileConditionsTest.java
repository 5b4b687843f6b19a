package dev.tocsin.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands in a rule file, the parser answers soon and with a position. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileConditionsTest {

  @Test
  void parentheses_have_a_limit() {
    String text = "(".repeat(5_000) + "a > 1" + ")".repeat(5_000);
    Diagnostic found = only(text);
    assertThat(found.code()).isEqualTo(Code.TOO_DEEP);
    assertThat(found.span().start()).isEqualTo(100);
  }

  @Test
  void open_parentheses_have_a_limit() {
    assertThat(only("(".repeat(20_000)).code()).isEqualTo(Code.TOO_DEEP);
  }

  @Test
  void prefixes_have_a_limit() {
    assertThat(only("not ".repeat(5_000) + "a > 1").code()).isEqualTo(Code.TOO_DEEP);
    assertThat(only("-".repeat(5_000) + "a > 1").code()).isEqualTo(Code.TOO_DEEP);
    assertThat(only("not (-".repeat(60) + "a").code()).isEqualTo(Code.TOO_DEEP);
  }

  @Test
  void depth_within_the_limit_is_read() {
    String text = "(".repeat(100) + "a > 1" + ")".repeat(100);
    assertThat(print(text)).isEqualTo("a > 1");
  }

  @Test
  void arithmetic_has_a_limit() {
    assertThat(only("a" + " + a".repeat(5_000) + " > 1").code()).isEqualTo(Code.TOO_LONG);
    assertThat(print("a" + " + a".repeat(500) + " > 1")).hasSize(1 + 500 * 4 + 4);
  }

  @Test
  void length_has_a_limit() {
    Diagnostic found = only("a > 1 and ".repeat(1_000_000) + "a > 1");
    assertThat(found.code()).isEqualTo(Code.TOO_LONG);
    assertThat(found.span().start()).isEqualTo(50_000);
  }

  @Test
  void long_lists_and_chains_are_read() {
    String list = String.join(", ", Collections.nCopies(2_000, "\"tenant\""));
    String text = "count() where attr.tenant in (" + list + ") over 5m > 1";
    assertThat(print(text)).isEqualTo(text);
    String chain = String.join(" and ", Collections.nCopies(3_000, "a > 1"));
    assertThat(print(chain)).isEqualTo(chain);
  }

  @Test
  void an_error_behind_a_long_text_is_found() {
    String chain = String.join(" and ", Collections.nCopies(3_000, "a > 1"));
    Diagnostic found = only(chain + " and");
    assertThat(found.code()).isEqualTo(Code.SYNTAX);
    assertThat(found.message()).isEqualTo("expected a comparison, but the condition ends here");
  }

  @Test
  void stray_characters_are_not_all_reported() {
    assertThat(errors("# ".repeat(10_000))).hasSize(10);
  }

  @Test
  void half_a_surrogate_pair_is_an_unknown_character() {
    assertThat(only("a > \ud83d").code()).isEqualTo(Code.UNKNOWN_CHARACTER);
  }

  @Test
  void numbers_have_a_limit() {
    assertThat(only("a > " + "9".repeat(10_000)).code()).isEqualTo(Code.BAD_LITERAL);
    assertThat(only("a > 0e999999999").code()).isEqualTo(Code.BAD_LITERAL);
    assertThat(only("a > 1e-999").code()).isEqualTo(Code.BAD_LITERAL);
  }

  private static Diagnostic only(String text) {
    List<Diagnostic> found = errors(text);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Diagnostic> errors(String text) {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(
            ConditionParser.condition(Fragment.whole(new Source("<condition>", text)), diagnostics))
        .isEmpty();
    return diagnostics.all();
  }

  private static String print(String text) {
    Diagnostics diagnostics = new Diagnostics();
    var parsed =
        ConditionParser.condition(Fragment.whole(new Source("<condition>", text)), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return ExprPrinter.print(parsed.orElseThrow());
  }
}
