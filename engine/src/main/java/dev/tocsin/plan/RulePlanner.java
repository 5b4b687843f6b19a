package dev.tocsin.plan;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.event.FieldCatalog;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans rules one by one and reports what is wrong with them. */
final class RulePlanner {
  private final Problems problems;
  private final Metrics metrics;
  private final Duration tick;
  private final Map<String, Template> externalLabels;
  private final FieldCatalog fields;

  RulePlanner(
      Problems problems,
      Metrics metrics,
      Duration tick,
      Map<String, Template> externalLabels,
      FieldCatalog fields) {
    this.problems = problems;
    this.metrics = metrics;
    this.tick = tick;
    this.externalLabels = externalLabels;
    this.fields = fields;
  }

  /**
   * Plans a rule, if what it says can be understood.
   *
   * @param index its place among the rules of the plan
   * @param interner takes what it folds
   */
  Optional<RulePlan> plan(RuleDefinition rule, int index, Interner interner) {
    rejectOddTick(rule);
    long ruleTick = rule.evaluateEvery().map(Located::value).orElse(tick).toNanos();
    RuleWindows windows = new RuleWindows(rule, ruleTick, problems);
    RuleClauses clauses = new RuleClauses(rule, problems);
    Interner ownTick = interner.every(ruleTick);
    ConditionTyper conditions = typer(rule, windows, clauses, ownTick);
    Optional<ConditionTyper.Typed> condition = typed(conditions, rule.condition());
    ConditionTyper ends = typer(rule, windows, clauses, ownTick);
    Optional<ConditionTyper.Typed> resolves =
        rule.resolveWhen()
            .flatMap(expr -> typed(ends, expr))
            .filter(typed -> fits(typed, rule.resolveWhen().get(), condition));
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    windows.rejectUnused();
    clauses.rejectUnused();
    Formula formula = condition.get().formula();
    List<WorsePlan> worse = List.of();
    if (rule.levels().isEmpty()) {
      ConditionProofs.check(
          rule.condition(), formula, conditions.comparisons(), problems.diagnostics());
    } else {
      worse =
          new LevelPlanner(problems, conditions).plan(rule, ((Formula.Atom) formula).crossing());
      proveLevels(rule, formula, worse, conditions.comparisons());
    }
    rejectUnknowable(rule, condition.get());
    rejectLimit(rule, condition.get());
    LifePlan life =
        new LifePlanner(ownTick)
            .plan(
                rule,
                condition.get(),
                conditions.comparisons(),
                resolves,
                ends.comparisons(),
                worse);
    return Optional.of(plan(rule, index, condition.get(), conditions.comparisons(), life));
  }

  private ConditionTyper typer(
      RuleDefinition rule, RuleWindows windows, RuleClauses clauses, Interner interner) {
    TermTyper terms = new TermTyper(problems, metrics, interner, fields);
    Optional<Long> minSamples = rule.minSamples().map(Located::value);
    ValueTyper values =
        new ValueTyper(problems, metrics, interner, terms, windows, clauses, minSamples);
    return new ConditionTyper(problems, values, interner);
  }

  private static Optional<ConditionTyper.Typed> typed(ConditionTyper conditions, Expr expr) {
    try {
      return Optional.of(conditions.type(expr, false));
    } catch (TypingException reported) {
      return Optional.empty();
    }
  }

  private void proveLevels(
      RuleDefinition rule, Formula first, List<WorsePlan> worse, List<RuleComparison> comparisons) {
    if (comparisons.size() != rule.levels().size() || worse.size() + 1 != comparisons.size()) {
      return; // another problem is reported
    }
    for (int i = 0; i < comparisons.size(); i++) {
      ConditionProofs.check(
          rule.levels().get(i).comparison(),
          i == 0 ? first : worse.get(i - 1).formula(),
          List.of(comparisons.get(i)),
          problems.diagnostics());
    }
  }

  /** Each alert waits for what is said of its own group, or of one that it is part of. */
  private boolean fits(
      ConditionTyper.Typed resolves, Expr expr, Optional<ConditionTyper.Typed> condition) {
    boolean fits =
        condition.isEmpty()
            || new HashSet<>(condition.get().dimensions()).containsAll(resolves.dimensions());
    if (!fits) {
      problems.groupsDiffer(
          expr.span(),
          condition.get().dimensions(),
          resolves.dimensions(),
          "give 'resolve_when' the same 'by' as the condition, or none");
    }
    return fits;
  }

  /** Whether a condition is unknown is decided by all the ways in which it can be false. */
  private void rejectUnknowable(RuleDefinition rule, ConditionTyper.Typed condition) {
    Optional<Located<NoData>> noData =
        rule.noData().filter(written -> written.value() != NoData.RESOLVE);
    if (noData.isPresent()
        && LifePlanner.waysToBeFalse(condition.formula()) > ConditionTyper.MOST_ALTERNATIVES) {
      problems.error(
          Code.TOO_COMPLEX,
          rule.condition().span(),
          "with 'no_data: %s', more than %d combinations of comparisons make this false"
              .formatted(noData.get().span().text(), ConditionTyper.MOST_ALTERNATIVES),
          "split it into several rules");
    }
  }

  /** One alert in all needs no limit; as a default it is for the rules that have groups. */
  private void rejectLimit(RuleDefinition rule, ConditionTyper.Typed condition) {
    rule.limit()
        .filter(limit -> condition.dimensions().isEmpty() && !rule.shared().contains("limit"))
        .ifPresent(
            limit ->
                problems.error(
                    Code.UNUSED_CLAUSE,
                    limit.span(),
                    "the rule has one alert in all, so no term takes this 'limit'",
                    "add 'by', or remove it"));
  }

  private void rejectOddTick(RuleDefinition rule) {
    rule.evaluateEvery()
        .filter(every -> every.value().toNanos() % tick.toNanos() != 0)
        .ifPresent(this::rejectOwnTick);
  }

  private void rejectOwnTick(Located<Duration> every) {
    problems.error(
        Code.BAD_TICK,
        every.span(),
        "'evaluate_every' must be a multiple of that of the file, which is " + Problems.text(tick));
  }

  private RulePlan plan(
      RuleDefinition rule,
      int index,
      ConditionTyper.Typed condition,
      List<RuleComparison> comparisons,
      LifePlan life) {
    Map<String, Template> labels = joined(externalLabels, rule.labels());
    Map<String, Template> annotations = annotations(rule);
    TemplateCheck check =
        new TemplateCheck(
            problems,
            rule.name().value(),
            condition.dimensions(),
            labels.keySet(),
            Deciding.of(condition.formula(), comparisons));
    labels.values().forEach(check::label);
    annotations.values().forEach(check::annotation);
    return new RulePlan(
        index,
        rule.name().value(),
        condition(rule),
        condition.formula(),
        comparisons,
        condition.dimensions(),
        rule.evaluateEvery().map(Located::value).orElse(tick).toNanos(),
        nanos(rule.forDuration()),
        nanos(rule.keepFiringFor()),
        life,
        rule.type().map(type -> type.value().name().toLowerCase(Locale.ROOT)),
        severity(rule),
        rule.channels().stream().map(Located::value).toList(),
        rule.actions().stream().map(Located::value).toList(),
        labels,
        annotations);
  }

  /** Of severities with thresholds of their own with all of them. */
  private static String condition(RuleDefinition rule) {
    return rule.levels().isEmpty()
        ? ExprPrinter.print(rule.condition())
        : ExprPrinter.print(rule.levels().get(0).comparison().left())
            + rule.levels().stream()
                .map(
                    level ->
                        level.severity().value()
                            + " "
                            + level.comparison().operator().symbol()
                            + " "
                            + ExprPrinter.print(level.comparison().right()))
                .collect(Collectors.joining(", ", ": ", ""));
  }

  private static Severity severity(RuleDefinition rule) {
    return rule.levels().isEmpty()
        ? rule.severity()
            .map(severity -> Severity.valueOf(severity.value().toUpperCase(Locale.ROOT)))
            .orElse(Severity.WARNING)
        : LevelPlanner.severity(rule.levels().get(0));
  }

  /** Description and runbook are annotations that have keys of their own. */
  private static Map<String, Template> annotations(RuleDefinition rule) {
    Map<String, Template> annotations = new LinkedHashMap<>();
    rule.description().ifPresent(text -> annotations.put("description", text));
    rule.runbook().ifPresent(text -> annotations.put("runbook", text));
    return joined(annotations, rule.annotations());
  }

  private static Map<String, Template> joined(
      Map<String, Template> first, Map<String, Template> second) {
    Map<String, Template> both = new LinkedHashMap<>(first);
    both.putAll(second);
    return Collections.unmodifiableMap(both);
  }

  private static long nanos(Optional<Located<Duration>> duration) {
    return duration.map(located -> located.value().toNanos()).orElse(0L);
  }
}
