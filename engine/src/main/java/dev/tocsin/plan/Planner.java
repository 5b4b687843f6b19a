package dev.tocsin.plan;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the plan of a rule file. */
public final class Planner {
  /** How often conditions are decided where a file does not say. */
  public static final Duration DEFAULT_EVALUATE_EVERY = Duration.ofSeconds(1);

  private Planner() {}

  /**
   * Types every rule and reports what is wrong with any of them.
   *
   * @param builtIn the built-in metrics
   * @param file the rules, and metrics that take the place of built-in ones
   * @param tick how often conditions are decided
   * @param names what the rules may refer to
   * @param diagnostics takes the problems; with errors in it the plan is incomplete
   */
  public static Plan plan(
      RuleFile builtIn, RuleFile file, Duration tick, KnownNames names, Diagnostics diagnostics) {
    Problems problems = new Problems(diagnostics);
    Interner interner = new Interner();
    Metrics metrics = new Metrics(List.of(builtIn, file));
    List<RulePlan> rules = new ArrayList<>();
    for (RuleDefinition rule : file.rules()) {
      names.check(rule, diagnostics);
      RuleWindows windows = new RuleWindows(rule, tick.toNanos(), problems);
      Optional<Long> minSamples = rule.minSamples().map(Located::value);
      Interner target = rule.enabled() ? interner : new Interner(); // checked, but not folded
      TermTyper terms = new TermTyper(problems, metrics, target);
      ValueTyper values = new ValueTyper(problems, metrics, target, terms, windows, minSamples);
      ConditionTyper conditions = new ConditionTyper(problems, values, target);
      try {
        ConditionTyper.Typed typed = conditions.type(rule.condition(), false);
        windows.rejectUnused();
        ConditionProofs.check(
            rule.condition(), typed.formula(), conditions.comparisons(), diagnostics);
        if (rule.enabled()) {
          rules.add(rule(rules.size(), rule, typed, conditions.comparisons()));
        }
      } catch (TypingException reported) {
        // its problem is in the diagnostics; the next rule may have problems of its own
      }
    }
    return interner.plan(tick.toNanos(), rules);
  }

  private static RulePlan rule(
      int index,
      RuleDefinition rule,
      ConditionTyper.Typed typed,
      List<RuleComparison> comparisons) {
    return new RulePlan(
        index,
        rule.name().value(),
        typed.formula(),
        comparisons,
        typed.dimensions(),
        nanos(rule.forDuration()),
        nanos(rule.keepFiringFor()),
        rule.severity()
            .map(severity -> Severity.valueOf(severity.value().toUpperCase(Locale.ROOT)))
            .orElse(Severity.WARNING),
        rule.channels().stream().map(Located::value).toList(),
        rule.actions().stream().map(Located::value).toList());
  }

  private static long nanos(Optional<Located<Duration>> duration) {
    return duration.map(located -> located.value().toNanos()).orElse(0L);
  }
}
