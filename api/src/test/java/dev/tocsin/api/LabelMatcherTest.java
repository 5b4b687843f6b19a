package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.LabelMatcher.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMatcherTest {
  @Test
  void partsAreReadWithAndWithoutQuotesAndBlanks() {
    reads("severity=critical", "severity", Operator.EQUAL, "critical");
    reads("severity=\"critical\"", "severity", Operator.EQUAL, "critical");
    reads("  severity = \"a b\" ", "severity", Operator.EQUAL, "a b");
    reads("user!=u1", "user", Operator.NOT_EQUAL, "u1");
    reads("user !~ \"u[0-9]+\"", "user", Operator.MATCHES_NOT, "u[0-9]+");
    reads("model=~gpt-4o|o1-.* ", "model", Operator.MATCHES, "gpt-4o|o1-.*");
    reads("attr.région=Bjørn 東京", "attr.région", Operator.EQUAL, "Bjørn 東京");
    reads("user=", "user", Operator.EQUAL, "");
    reads("user=\"\"", "user", Operator.EQUAL, "");
    reads("user==x", "user", Operator.EQUAL, "=x");
  }

  @Test
  void backslashesStandForThemselvesWhereTheyCan() {
    reads("a=~\\d+", "a", Operator.MATCHES, "\\d+");
    reads("a=~\"\\d+\\\\.\"", "a", Operator.MATCHES, "\\d+\\.");
    reads("a=\"say \\\"x\\\"\\n\"", "a", Operator.EQUAL, "say \"x\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\"", "\\", "\\n", "\n", "a\\\"b\\\\", " blank ", "'{},=~"})
  void whatIsWrittenIsReadBack(String value) {
    for (Operator operator : Operator.values()) {
      LabelMatcher matcher = new LabelMatcher("user", operator, value);
      assertThat(LabelMatcher.parse(matcher.toString())).isEqualTo(matcher);
    }
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorIsRead(Operator operator) {
    reads("a" + operator.symbol() + "b", "a", operator, "b");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "``|expected the name of a label, at character 1 of ''",
        "=x|expected the name of a label, at character 1 of '=x'",
        "severity|expected = != =~ or !~ after 'severity', at character 9 of 'severity'",
        "severity > 3|expected = != =~ or !~ after 'severity', at character 10 of 'severity > 3'",
        "a=\"b|a quote that is not closed, at character 3 of 'a=\"b'",
        "a=\"b\\|a quote that is not closed, at character 3 of 'a=\"b\\'",
        "a=\"b\" c=\"d\"|something follows the value, at character 7 of 'a=\"b\" c=\"d\"'",
        "a=b\"c|a quote inside a value that does not begin with one, at character 4 of 'a=b\"c'",
      })
  void whatIsNoMatcherIsRefusedWithItsPlace(String text, String problem) {
    assertThatThrownBy(() -> LabelMatcher.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }

  private static void reads(String text, String label, Operator operator, String value) {
    assertThat(LabelMatcher.parse(text)).isEqualTo(new LabelMatcher(label, operator, value));
  }
}
