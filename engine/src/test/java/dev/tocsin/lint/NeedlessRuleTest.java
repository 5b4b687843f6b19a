package dev.tocsin.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are equal to another or shadowed by one, and those that are nearly. */
class NeedlessRuleTest {

  /** The keys of two rules, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        // equal
        "condition: error_rate > 5% | condition: error_rate > 5% -> b TC701",
        "condition: error_rate > 5% | condition: ratio(status != \"ok\") > 0.05 -> b TC701",
        "condition: error_rate > 5% and count() > 9 | condition: count() > 9 and 5% < error_rate"
            + " -> b TC701",
        "condition: not (error_rate <= 5% or count() <= 9) |"
            + " condition: count() > 9 and error_rate > 5% -> b TC701",
        "condition: error_rate > 5%, for: 2m | condition: error_rate > 5%, for: 120s -> b TC701",
        "condition: error_rate > 5%, channels: [x, y] | condition: error_rate > 5%,"
            + " channels: [y, x] -> b TC701",
        "condition: error_rate > 5%, resolve_when: error_rate < 1% |"
            + " condition: error_rate > 5%, resolve_when: error_rate < 1% -> b TC701",
        "condition: avg(latency) by user > 2s, limit: 5 | condition: avg(latency) by user > 2s,"
            + " limit: 5 -> b TC701",
        "condition: error_rate > 5%, no_data: keep | condition: error_rate > 5%, no_data: keep"
            + " -> b TC701",
        // shadowed
        "condition: error_rate > 10% | condition: error_rate > 5% -> a TC702",
        "condition: error_rate > 5% | condition: error_rate > 10% -> b TC702",
        "condition: error_rate > 5% | condition: error_rate == 10% -> b TC702",
        "condition: error_rate >= 5% | condition: error_rate > 5% -> b TC702",
        "condition: error_rate > 5% | condition: error_rate > 5% and count() > 9 -> b TC702",
        "condition: error_rate > 5% or count() < 9 | condition: count() < 9 -> b TC702",
        "condition: error_rate > 5%, for: 5m | condition: error_rate > 5% -> a TC702",
        "condition: error_rate > 5%, keep_firing_for: 5m | condition: error_rate > 5% -> b TC702",
        "condition: error_rate > 5%, resolve_when: error_rate < 1% | condition: error_rate > 5%"
            + " -> b TC702",
        "condition: error_rate > 5%, min_samples: 9 | condition: error_rate > 5% -> a TC702",
        "condition: error_rate > 5%, severity: critical, channels: [x] |"
            + " condition: error_rate > 5%, severity: warning, channels: [x] -> b TC702",
        "condition: error_rate > 5%, channels: [x] | condition: error_rate > 5%, channels: [x, y]"
            + " -> a TC702",
        "condition: avg(latency), warning: > 2s, critical: > 5s | condition: avg(latency) > 5s"
            + " -> b TC702",
        "condition: avg(latency), warning: > 2s, critical: > 5s |"
            + " condition: avg(latency) > 6s, severity: critical -> ``",
        "condition: avg(latency), warning: > 2s, critical: > 5s, channels: [x] |"
            + " condition: avg(latency) > 6s, severity: info, channels: [x] -> b TC702",
        "condition: avg(latency), warning: > 2s, critical: > 5s |"
            + " condition: avg(latency), warning: > 3s, critical: > 6s -> b TC702",
        // nearly
        "condition: error_rate > 5%, severity: warning | condition: error_rate > 9%,"
            + " severity: critical -> ``",
        "condition: avg(latency), warning: > 2s, critical: > 5s |"
            + " condition: avg(latency), warning: > 3s, critical: > 4s -> ``",
        "condition: error_rate > 5%, channels: [x] | condition: error_rate > 9%, channels: [y]"
            + " -> ``",
        "condition: error_rate > 5%, channels: [x] | condition: error_rate > 9% -> ``",
        "condition: error_rate > 5%, labels: {team: a} | condition: error_rate > 9%,"
            + " labels: {team: b} -> ``",
        "condition: error_rate > 5% | condition: error_rate > 9%, then: [rollback] -> ``",
        "condition: error_rate > 5% | condition: timeout_rate > 5% -> ``",
        "condition: error_rate > 5% | condition: error_rate over 1h > 5% and count() > 1 -> ``",
        "condition: error_rate > 5% | condition: error_rate > 5% and error_rate over 1h > 1%"
            + " -> b TC702",
        "condition: error_rate > 5% | condition: error_rate < 9% -> ``",
        "condition: error_rate > 5% | condition: error_rate != 9% -> ``",
        "condition: error_rate > 5%, for: 5m | condition: error_rate > 9% -> ``",
        "condition: error_rate > 5% | condition: error_rate > 9%, keep_firing_for: 1m -> ``",
        "condition: error_rate > 5% | condition: error_rate > 9%, resolve_when: error_rate < 1%"
            + " -> ``",
        "condition: error_rate > 5%, min_samples: 9 | condition: error_rate > 9% -> ``",
        "condition: error_rate > 5% | condition: error_rate > 9%, no_data: alert -> ``",
        "condition: error_rate > 5% | condition: error_rate > 9%, no_data: fire -> ``",
        "condition: avg(latency) by user > 2s | condition: avg(latency) > 3s -> ``",
        "condition: avg(latency) by user > 2s, limit: 5 | condition: avg(latency) by user > 3s"
            + " -> ``",
        "condition: avg(latency) by user > 2s | condition: avg(latency) by user > 3s, limit: 5"
            + " -> b TC702",
        "condition: error_rate > 5%, flapping: {changes: 4, within: 1h} | condition: error_rate > 9%"
            + " -> b TC702",
        "condition: error_rate > 5% | condition: error_rate > 9%,"
            + " flapping: {changes: 4, within: 1h} -> ``",
        "condition: error_rate > 5% | condition: error_rate > 5%, enabled: false -> ``",
      })
  void two(String keys, String said) {
    String[] rules = keys.split(" \\| ", 2);
    String file = "rules:\n" + rule("a", rules[0]) + rule("b", rules[1]);

    assertThat(Linted.of(file, LintContext.WHOLE).under("TC701", "TC702"))
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  private static String rule(String name, String keys) {
    String lines =
        keys.replaceAll(", (?=[a-z_]+: )(?![^{]*})", "\n    ").replaceAll(": > ", ": \"> ");
    lines = lines.replaceAll("\"> (\\w+)", "\"> $1\"");
    String window = keys.contains("over 1h and") ? "" : "\n    window: 10m";
    return "  - name: %s\n    %s%s\n".formatted(name, lines, window);
  }

  @Test
  void theOtherIsNamedWithItsLine() {
    String file =
        """
        rules:
          - {name: a, condition: error_rate over 10m > 5%}
          - {name: b, condition: error_rate over 10m > 9%}
          - {name: c, condition: error_rate over 10m > 5%}
        """;

    assertThat(Linted.of(file, LintContext.WHOLE).told())
        .containsExactly(
            "3:12 TC702 whenever this fires, 'a' in line 2 does too, and no milder",
            "4:12 TC701 this is the same rule as 'a' in line 2");
  }

  @Test
  void aRuleThatNeverFiresIsShadowedByNone() {
    String file =
        """
        rules:
          - {name: a, condition: avg(latency) over 10m > 5s}
          - {name: b, condition: avg(latency) over 10m > 5s and avg(latency) over 10m < 2s}
        """;

    assertThat(Linted.of(file, LintContext.WHOLE).codes()).containsExactly("TC342");
  }
}
