package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.explain.TermExplanation;
import dev.tocsin.plan.RuleComparison;
import org.junit.jupiter.api.Test;

/** What people read of rules has the values of parameters, not their placeholders. */
class ParametersInTextsTest {
  private static final String PARAMETERS =
      "parameters: {prefix: s_, objective: 99%, limit: 2s, span: 10m, mild: \"> 5s\"}\n";

  private static CheckedRules rules(String rest) {
    return Rules.check("rules.yaml", PARAMETERS + rest);
  }

  private static final String SLOW =
      """
      metrics:
        $(prefix)slow: ratio(latency > $(limit))
      rules:
        - name: burn
          condition: $(prefix)slow over $(span) > 2 * (100% - $(objective)) and count() over $(span) > 10
          resolve_when: $(prefix)slow over $(span) < 1%
        - name: steps
          condition: p95(latency) over $(span)
          warning: "> $(limit)"
          critical: "> 5s"
      """;

  @Test
  void theTermsOfAPlanAreAsTheyAreRead() {
    assertThat(rules(SLOW).orThrow().rules())
        .flatExtracting(rule -> rule.allComparisons().stream().map(RuleComparison::term).toList())
        .contains("s_slow over 10m", "count() over 10m", "p95(latency) over 10m")
        .noneMatch(term -> term.contains("$("));
  }

  @Test
  void explanationsToo() {
    assertThat(Rules.explain(rules(SLOW)))
        .extracting(RuleExplanation::condition)
        .containsExactly(
            "s_slow over 10m > 2 * (100% - 99%) and count() over 10m > 10",
            "p95(latency) over 10m > 2s (warning), > 5s (critical)");
    assertThat(Rules.explain(rules(SLOW)))
        .extracting(RuleExplanation::resolveWhen)
        .first()
        .hasToString("Optional[s_slow over 10m < 1%]");
    assertThat(Rules.explain(rules(SLOW)))
        .flatExtracting(RuleExplanation::terms)
        .flatExtracting(TermExplanation::definitions)
        .containsExactly(new TermExplanation.Definition("s_slow", "ratio(latency > 2s)"));
    assertThat(Rules.explain(rules(SLOW)))
        .extracting(RuleExplanation::drl)
        .noneMatch(drl -> drl.contains("$("));
  }

  @Test
  void errorsSayWhatTheParameterIs() {
    CheckedRules milder =
        rules(
            """
            rules:
              - {name: slow, condition: p95(latency) over $(span), warning: $(mild), critical: "> $(limit)"}
            """);
    assertThat(milder.diagnostics())
        .extracting(Diagnostic::message)
        .contains("'critical' must be rarer than 'warning', which begins at '> 5s'");
  }
}
