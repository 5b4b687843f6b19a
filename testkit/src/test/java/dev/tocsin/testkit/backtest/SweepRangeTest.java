package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SweepRangeTest {
  @Test
  void valuesAreEvenlySpaced() {
    assertThat(values("threshold=1s..5s", 9))
        .containsExactly("1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5");
    assertThat(values("slow:threshold=500ms..2s", 4))
        .containsExactly("500", "1000", "1500", "2000");
    assertThat(values("threshold=-1..1", 3)).containsExactly("-1", "0", "1");
    assertThat(values("threshold=0..1", 4)).containsExactly("0", "0.333", "0.667", "1");
    assertThat(values("threshold=1k..2k", 3)).containsExactly("1000", "1500", "2000");
  }

  private static List<String> values(String text, int steps) {
    return SweepRange.parse(text).values(steps).stream().map(BigDecimal::toPlainString).toList();
  }

  @Property
  void theFirstAndTheLastAreAsWrittenAndTheRestRises(
      @ForAll @IntRange(min = -1000, max = 1000) int low,
      @ForAll @IntRange(min = 1, max = 100_000) int width,
      @ForAll @IntRange(min = 2, max = 60) int steps) {
    List<BigDecimal> values =
        SweepRange.parse("threshold=" + low + ".." + (low + width)).values(steps);

    assertThat(values.get(0)).isEqualByComparingTo(BigDecimal.valueOf(low));
    assertThat(values.get(values.size() - 1)).isEqualByComparingTo(BigDecimal.valueOf(low + width));
    assertThat(values).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(steps);
    double step = (double) width / (steps - 1);
    for (int i = 0; i < values.size() && values.size() == steps; i++) {
      assertThat(values.get(i).doubleValue() - low - i * step).isBetween(-step / 100, step / 100);
    }
  }

  @Test
  void namesTheRuleAndTheComparison() {
    SweepRange range = SweepRange.parse("slow:threshold[2]=5%..10%");

    assertThat(range.rule()).contains("slow");
    assertThat(range.index()).contains(2);
    assertThat(range.unit()).isEqualTo(NumberUnit.PERCENT);
    assertThat(SweepRange.parse("for=0..5m").unit()).isEqualTo(NumberUnit.MINUTES);
    assertThat(SweepRange.parse("for=0..5m").what()).isEqualTo(SweepRange.What.FOR);
  }

  @Test
  void whatIsNoneIsAnsweredWithTheWayToWriteIt() {
    refused("limit=1..5", "'limit=1..5' is no sweep; write it as threshold=1s..5s");
    refused("threshold=5s", "'threshold=5s' is no sweep");
    refused("threshold=a..5s", "'a' is not a number");
    refused("threshold=5s..1s", "the second value must be the larger one");
    refused("threshold=5s..10%", "the two values have different units");
    refused("for=1..5", "'for=1..5' has no unit of time");
    assertThatThrownBy(() -> SweepRange.parse("threshold=1..2").values(1))
        .hasMessageContaining("at least 2 values");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> SweepRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
