package dev.tocsin.lint;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplatePrinter;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.LifePlan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.Together;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule, to be held against others: whether another fires whenever it does. Says so only where it
 * is proved.
 */
final class Coverage {
  private final RulePlan rule;
  private final List<Together> ways;
  private final Map<String, String> labels = new LinkedHashMap<>();

  Coverage(RulePlan rule) {
    this.rule = rule;
    this.ways = Together.ways(rule.formula());
    rule.labels().forEach((name, text) -> labels.put(name, print(text)));
  }

  private static String print(Template text) {
    return TemplatePrinter.print(text);
  }

  RulePlan rule() {
    return rule;
  }

  /** What its condition compares. */
  Set<Quantity> quantities() {
    Set<Quantity> quantities = new HashSet<>();
    rule.comparisons().forEach(each -> quantities.add(each.crossing().reading()));
    return quantities;
  }

  /**
   * Whether another fires whenever this one does, for the same group, as severely at least, and
   * everyone who is told of this one is told of it.
   */
  boolean isWithin(Coverage other) {
    return rule.dimensions().equals(other.rule.dimensions())
        && rule.tickNanos() == other.rule.tickNanos()
        && other.rule.forNanos() <= rule.forNanos()
        && other.rule.keepFiringForNanos() >= rule.keepFiringForNanos()
        && isToldWithin(other)
        && !ways.isEmpty()
        && implies(other.rule.formula())
        && livesWithin(other)
        && levels(rule).allMatch(level -> hasLevel(other.rule, level));
  }

  private boolean implies(Formula formula) {
    return ways.stream().allMatch(way -> way.implies(formula));
  }

  private boolean isToldWithin(Coverage other) {
    return hasChannelsWithin(other.rule)
        && other.rule.actions().containsAll(rule.actions())
        && labels.equals(other.labels);
  }

  /** Without any, those of the severity. */
  private boolean hasChannelsWithin(RulePlan other) {
    if (rule.channels().isEmpty() || other.channels().isEmpty()) {
      return rule.channels().equals(other.channels()) && rule.severity() == other.severity();
    }
    return other.channels().containsAll(rule.channels());
  }

  /** Where one of them says more of its life than {@code for}, both must say the same. */
  private boolean livesWithin(Coverage other) {
    LifePlan life = rule.life();
    LifePlan lives = other.rule.life();
    boolean plain =
        life.noData() == NoData.RESOLVE
            && lives.noData() == NoData.RESOLVE
            && lives.limit() == LifePlan.NO_LIMIT
            && life.flapping().isEmpty()
            && (life.resolves().isEmpty() || life.resolves().equals(lives.resolves()));
    return plain
        || (life.noData() == lives.noData()
            && life.limit() == lives.limit()
            && life.flapping().equals(lives.flapping())
            && life.resolves().equals(lives.resolves())
            && rule.forNanos() == other.rule.forNanos()
            && rule.keepFiringForNanos() == other.rule.keepFiringForNanos()
            && other.implies(rule.formula()));
  }

  private record Level(Severity severity, Formula formula) {}

  private static Stream<Level> levels(RulePlan rule) {
    return Stream.concat(
        Stream.of(new Level(rule.severity(), rule.formula())),
        rule.life().worse().stream().map(worse -> new Level(worse.severity(), worse.formula())));
  }

  private static boolean hasLevel(RulePlan other, Level level) {
    List<Together> ways = Together.ways(level.formula());
    return levels(other)
        .filter(each -> each.severity().compareTo(level.severity()) >= 0)
        .anyMatch(each -> ways.stream().allMatch(way -> way.implies(each.formula())));
  }
}
