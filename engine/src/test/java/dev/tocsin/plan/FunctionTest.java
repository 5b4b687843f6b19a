package dev.tocsin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of functions says what the language does. */
class FunctionTest {

  @ParameterizedTest
  @EnumSource
  void itsExampleIsAWholeCondition(Function function) {
    String example = FunctionText.of(function).example();
    String rules = "rules: [{name: example, condition: '%s'}]".formatted(example);
    if (!function.computed()) {
      assertThatThrownBy(() -> Rules.parse("r.yaml", rules))
          .isInstanceOfSatisfying(
              InvalidRulesException.class,
              wrong ->
                  assertThat(wrong.diagnostics())
                      .singleElement()
                      .satisfies(d -> assertThat(d.code()).isEqualTo(Code.NOT_SUPPORTED_YET)));
      return;
    }
    ReadingPlan reading = Rules.parse("r.yaml", rules).readings().get(0);
    assertThat(reading.statistic().function()).isEqualTo(function);
  }

  @ParameterizedTest
  @EnumSource
  void itsTextsAreThere(Function function) {
    FunctionText text = FunctionText.of(function);
    assertThat(text.summary()).isNotBlank().doesNotEndWith(".");
    assertThat(text.costOfEvent()).isNotBlank();
    assertThat(text.memory()).isNotBlank();
    assertThat(function.least()).isLessThan(function.greatest());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERCENTILE")
  void isFoundByItsLabel(Function function) {
    assertThat(Function.named(function.label())).contains(function);
    assertThat(Function.names()).contains(function.label());
  }

  @ParameterizedTest
  @CsvSource({"p1", "p50", "p99.9", "p99.9999", "p0.1"})
  void percentilesAreOneFunction(String name) {
    assertThat(Function.named(name)).contains(Function.PERCENTILE);
  }

  @ParameterizedTest
  @CsvSource({"p0", "p0.0", "p100", "p", "p99.99999", "pNN", "mean", "COUNT"})
  void otherNamesAreNone(String name) {
    assertThat(Function.named(name)).isEmpty();
  }

  @Test
  void whatReadsZeroNeedsNoSamples() {
    assertThat(Arrays.stream(Function.values()).filter(Function::zeroWhenEmpty))
        .containsExactly(Function.COUNT, Function.SUM, Function.DISTINCT)
        .allMatch(function -> function.minSamples() == 0);
    assertThat(Arrays.stream(Function.values()).filter(Function::comparesWithBaseline))
        .hasSize(8)
        .allMatch(function -> function.minSamples() == 10);
  }
}
