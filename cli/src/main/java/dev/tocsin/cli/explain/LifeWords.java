package dev.tocsin.cli.explain;

import dev.tocsin.cli.text.Durations;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.plan.LifePlan;
import dev.tocsin.plan.RulePlan;
import java.time.Duration;
import java.util.stream.Collectors;

/** The life of a rule's alerts in words: when they fire and when they resolve. */
final class LifeWords {
  private final RuleExplanation explanation;
  private final RulePlan rule;

  LifeWords(RuleExplanation explanation) {
    this.explanation = explanation;
    this.rule = explanation.rule();
  }

  String text() {
    return fires() + "; " + resolves() + "." + severities() + withoutData() + flapping() + limit();
  }

  private String severities() {
    ConditionWords words = new ConditionWords(explanation.terms());
    return rule.life().worse().stream()
        .map(
            worse ->
                " It is "
                    + worse.severity().label()
                    + " as long as "
                    + words.of(worse.formula())
                    + ".")
        .collect(Collectors.joining());
  }

  private String flapping() {
    return rule.life()
        .flapping()
        .map(
            flapping ->
                " After %d changes within %s it is marked as flapping and held firing."
                    .formatted(flapping.changes(), text(flapping.withinNanos())))
        .orElse("");
  }

  private String limit() {
    long limit = rule.life().limit();
    return limit == LifePlan.NO_LIMIT
        ? ""
        : " At most %d at once; one more alert stands for the rest.".formatted(limit);
  }

  private String fires() {
    String condition = new ConditionWords(explanation.terms()).of(rule.formula());
    return rule.forNanos() == 0
        ? "Fires as soon as " + condition
        : "Fires when it has held for " + text(rule.forNanos()) + " that " + condition;
  }

  private String resolves() {
    long keep = rule.keepFiringForNanos();
    if (rule.life().resolves().isEmpty()) {
      return keep == 0
          ? "resolves as soon as that is no longer so"
          : "resolves when that has not been so for " + text(keep);
    }
    String ends = new ConditionWords(explanation.resolveTerms()).of(rule.life().resolves().get());
    return keep == 0
        ? "resolves when that is no longer so and " + ends
        : "resolves when for " + text(keep) + " that has not been so and " + ends;
  }

  private String withoutData() {
    return switch (rule.life().noData()) {
      case RESOLVE -> "";
      case KEEP -> " While there is no data to tell, nothing changes and clocks stand.";
      case FIRE -> " Having no data to tell counts as being so.";
      case ALERT -> " While there is no data to tell, an alert of its own says so.";
    };
  }

  private static String text(long nanos) {
    return Durations.text(Duration.ofNanos(nanos));
  }
}
