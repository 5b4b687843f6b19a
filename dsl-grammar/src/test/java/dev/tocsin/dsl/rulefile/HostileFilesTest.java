package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileFilesTest {

  @Test
  void anchors_that_multiply_are_not_expanded() {
    StringBuilder text = new StringBuilder("rules:\n  - &a0 [x, x]\n");
    for (int i = 1; i < 100; i++) {
      String before = "*a" + (i - 1);
      text.append("  - &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
    }
    assertThat(RuleFiles.errors(text.toString()))
        .hasSize(100)
        .allSatisfy(found -> assertThat(found.code()).isEqualTo(Code.WRONG_KIND));
  }

  @Test
  void aliases_have_a_limit() {
    Diagnostic found =
        RuleFiles.errors("rules: &r []\nx: [" + "*r, ".repeat(20_000) + "*r]").get(0);
    assertThat(found.code()).isEqualTo(Code.YAML_LIMIT);
    assertThat(found.span()).hasToString("alert_rules.yaml:2:" + (5 + 4 * 10_000));
  }

  @Test
  void an_alias_of_what_it_stands_in_ends() {
    assertThat(RuleFiles.errors("rules: &r [*r]").get(0).code()).isEqualTo(Code.WRONG_KIND);
  }

  @Test
  void nesting_has_a_limit() {
    for (String open : new String[] {"[", "{a: ", "- "}) {
      Diagnostic found = RuleFiles.errors(open.repeat(100_000)).get(0);
      assertThat(found.code()).isEqualTo(Code.YAML_LIMIT);
      assertThat(found.span().start()).isEqualTo(20 * open.length());
    }
  }

  @Test
  void files_have_a_limit() {
    String text = "rules:\n" + "# a long comment\n".repeat(1_000_000);
    assertThat(RuleFiles.errors(text))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.YAML_LIMIT);
  }

  @Test
  void parameters_have_a_limit() {
    String text = "parameters: {a: " + "x".repeat(1_000) + ", b: [" + "y, ".repeat(99) + "y]}\n";
    for (String value :
        new String[] {"'" + "$(a)".repeat(500_000) + "'", "[" + "$(b), ".repeat(300_000) + "z]"}) {
      assertThat(RuleFiles.errors(text + "rules: []\nx-used: [$(a), $(b)]\nx-a: " + value))
          .singleElement()
          .extracting(Diagnostic::code)
          .isEqualTo(Code.YAML_LIMIT);
    }
  }

  @Test
  void a_huge_condition_is_one_error() {
    String text = "rules:\n  - {name: x, condition: " + "a > 1 and ".repeat(200_000) + "a > 1}";
    assertThat(RuleFiles.errors(text))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.TOO_LONG);
  }

  @Test
  void types_of_java_are_not_made() {
    assertThat(RuleFiles.errors("rules: !!javax.script.ScriptEngineManager [x]"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.YAML_SYNTAX);
    assertThat(RuleFiles.errors("rules: !local [x]"))
        .extracting(Diagnostic::code)
        .containsExactly(Code.WRONG_KIND);
  }

  @Test
  void ten_thousand_rules_are_read() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - {name: r" + i + ", condition: error_rate over 5m > " + i + "%}\n");
    }
    assertThat(RuleFiles.good(text.toString()).rules()).hasSize(10_000);
  }

  @Test
  void values_behind_aliases_have_a_limit() {
    String condition = "a > 1 and ".repeat(4_000) + "a > 1";
    StringBuilder text = new StringBuilder("x-all: &all " + condition + "\nrules:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  - {name: r" + i + ", condition: *all}\n");
    }
    assertThat(RuleFiles.errors(text.toString()))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.YAML_LIMIT);
  }

  @Test
  void mappings_merged_into_mappings_do_not_multiply() {
    StringBuilder text = new StringBuilder("x-0: &a0 {type: cost}\n");
    for (int i = 1; i < 500; i++) {
      String before = "*a" + (i - 1);
      text.append("x-" + i + ": &a" + i + " {<<: [" + (before + ", ").repeat(9) + before + "]}\n");
    }
    String rule = "rules:\n  - {name: x, condition: a > 1, <<: *a";
    assertThat(RuleFiles.good(text + rule + "18}\n").rules().get(0).type())
        .map(Located::value)
        .contains(RuleType.COST);
    assertThat(RuleFiles.errors(text + rule + "499}\n"))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.YAML_LIMIT);
  }

  @Test
  void large_mappings_merged_often_have_a_limit() {
    StringBuilder text = new StringBuilder("x-all: &all {a0: 1");
    for (int i = 1; i < 100_000; i++) {
      text.append(", a" + i + ": 1");
    }
    text.append("}\nrules:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  - {name: r" + i + ", condition: a > 1, <<: *all}\n");
    }
    assertThat(RuleFiles.errors(text.toString()))
        .extracting(Diagnostic::code)
        .contains(Code.YAML_LIMIT);
  }

  @Test
  void rules_have_a_limit() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i <= RuleFileLoader.MOST_RULES; i++) {
      text.append("  - {name: r" + i + ", condition: a > 1}\n");
    }
    assertThat(RuleFiles.errors(text.toString()))
        .singleElement()
        .extracting(Diagnostic::code, found -> found.span().text())
        .containsExactly(Code.YAML_LIMIT, "r" + RuleFileLoader.MOST_RULES);
  }

  @Test
  void a_huge_template_is_one_error() {
    String text = "rules:\n  - {name: x, condition: a > 1, description: '";
    assertThat(RuleFiles.errors(text + "{{".repeat(500_000) + "'}"))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.TOO_LONG);
    assertThat(RuleFiles.errors(text + "{{ ".repeat(3_000) + "'}"))
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(Code.TEMPLATE_SYNTAX);
  }
}
