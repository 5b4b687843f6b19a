package dev.tocsin.core;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.core.Condition.Absent;
import dev.tocsin.core.Condition.Against;
import dev.tocsin.core.Condition.Compare;
import dev.tocsin.core.Condition.Joined;
import dev.tocsin.core.Condition.Not;
import dev.tocsin.core.NaiveFold.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of one rule, one step a tick, by the words of the design. */
final class NaiveAlerts {
  private static final long SECOND = 1_000_000_000L;
  private static final Map<String, String> NEGATED =
      Map.of(">", "<=", ">=", "<", "<", ">=", "<=", ">", "==", "!=", "!=", "==");

  private final String name;
  private final RandomRule rule;
  private final Map<List<String>, Alert> alerts =
      new TreeMap<>(Comparator.comparing(group -> String.join("\0", group)));

  private long began;

  private static final class Alert {
    private long begin;
    private AlertState state = AlertState.INACTIVE;
    private long falseSince = -1;
    private int decisive;
  }

  /** One comparison as it stands at a tick. */
  private record Stand(ComparedReading reading, boolean holds) {}

  NaiveAlerts(String name, RandomRule rule) {
    this.name = name;
    this.rule = rule;
    if (rule.by().isEmpty()) {
      meet(List.of());
    }
  }

  List<String> by() {
    return rule.by();
  }

  /** From now on the rule is decided for a group. */
  void meet(List<String> group) {
    alerts.putIfAbsent(group, new Alert());
  }

  /** The time from which on events are taken. */
  void begin(long time) {
    began = time;
  }

  void tick(long tick, List<Fact> facts, List<Transition> transitions) {
    alerts.forEach((group, alert) -> tick(tick, group, alert, facts, transitions));
  }

  private void tick(
      long tick, List<String> group, Alert alert, List<Fact> facts, List<Transition> transitions) {
    List<Stand> stands = new ArrayList<>();
    boolean truth = decide(rule.condition(), false, group, facts, tick, stands);
    AlertState before = alert.state;
    if (truth) {
      alert.begin = before == AlertState.INACTIVE ? tick : alert.begin;
      alert.falseSince = -1;
      boolean fires =
          before == AlertState.FIRING || tick - alert.begin >= rule.forSeconds() * SECOND;
      alert.state = fires ? AlertState.FIRING : AlertState.PENDING;
    } else if (before == AlertState.FIRING) {
      alert.falseSince = alert.falseSince < 0 ? tick : alert.falseSince;
      boolean over = tick - alert.falseSince >= rule.keepSeconds() * SECOND;
      alert.state = over ? AlertState.INACTIVE : AlertState.FIRING;
    } else {
      alert.state = AlertState.INACTIVE;
    }
    if (alert.state != before) {
      if (alert.state != AlertState.INACTIVE) {
        alert.decisive = stands.indexOf(stands.stream().filter(Stand::holds).findFirst().get());
      } else {
        alert.falseSince = -1;
      }
      transitions.add(transition(tick, group, alert, before, stands));
    }
  }

  private Transition transition(
      long tick, List<String> group, Alert alert, AlertState before, List<Stand> stands) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < group.size(); i++) {
      labels.put(rule.by().get(i), group.get(i));
    }
    List<ComparedReading> readings = stands.stream().map(Stand::reading).toList();
    return new Transition(
        Instant.EPOCH.plusNanos(tick),
        name,
        labels,
        Instant.EPOCH.plusNanos(alert.begin),
        before,
        alert.state,
        readings.get(alert.decisive),
        readings,
        Severity.WARNING,
        List.of());
  }

  private boolean decide(
      Condition condition,
      boolean negated,
      List<String> group,
      List<Fact> facts,
      long tick,
      List<Stand> stands) {
    if (condition instanceof Not not) {
      return decide(not.operand(), !negated, group, facts, tick, stands);
    }
    if (condition instanceof Joined joined) {
      boolean all = joined.word().equals("and") != negated;
      boolean result = all;
      for (Condition operand : joined.operands()) {
        boolean truth = decide(operand, negated, group, facts, tick, stands);
        result = all ? result && truth : result || truth;
      }
      return result;
    }
    Stand stand =
        condition instanceof Against against
            ? compare(against, negated, group, facts, tick)
            : condition instanceof Absent absent
                ? absent(absent.term(), negated, group, facts, tick)
                : compare((Compare) condition, negated, group, facts, tick);
    stands.add(stand);
    return stand.holds();
  }

  /** Of a total once its window was watched from end to end; of a group once it had a number. */
  private Stand absent(
      Term term, boolean negated, List<String> group, List<Fact> facts, long tick) {
    List<String> part = part(term, group);
    long samples = NaiveReading.of(term, part, facts, tick).samples();
    boolean watched = samples > 0 || NaiveFold.watched(term, began, tick);
    boolean met = term.by().isEmpty() || NaiveFold.anyEver(term, part, facts);
    boolean known = watched && met;
    return new Stand(
        new ComparedReading(
            "absent(" + term.text() + ")",
            negated ? "!=" : "==",
            known ? (double) samples : null,
            0.0,
            samples,
            Unit.COUNT),
        known && (samples == 0) != negated);
  }

  private Stand compare(
      Against against, boolean negated, List<String> group, List<Fact> facts, long tick) {
    String operator = negated ? NEGATED.get(against.operator()) : against.operator();
    double scale = NaiveReading.scale(against.left());
    NaiveReading left = enough(against.left(), group, facts, tick);
    NaiveReading right = enough(against.right(), group, facts, tick);
    double other = Double.parseDouble(against.factor()) * right.value();
    boolean known = !Double.isNaN(left.value()) && !Double.isNaN(other);
    return new Stand(
        new ComparedReading(
            against.left().text(),
            operator,
            Double.isNaN(left.value()) ? null : left.value() / scale,
            Double.isNaN(other) ? null : other / scale,
            left.samples(),
            NaiveReading.unit(against.left())),
        known && holds(operator, Double.compare(left.value() + 0.0, other + 0.0)));
  }

  private NaiveReading enough(Term term, List<String> group, List<Fact> facts, long tick) {
    NaiveReading read = NaiveReading.of(term, part(term, group), facts, tick);
    return read.samples() < minimum(term) ? new NaiveReading(Double.NaN, read.samples()) : read;
  }

  private List<String> part(Term term, List<String> group) {
    return term.by().stream().map(dimension -> group.get(rule.by().indexOf(dimension))).toList();
  }

  private long minimum(Term term) {
    return rule.minSamples() >= 0 ? rule.minSamples() : NaiveReading.defaultMinSamples(term);
  }

  private Stand compare(
      Compare compare, boolean negated, List<String> group, List<Fact> facts, long tick) {
    Term term = compare.term();
    NaiveReading read = NaiveReading.of(term, part(term, group), facts, tick);
    String operator = negated ? NEGATED.get(compare.operator()) : compare.operator();
    double scale = NaiveReading.scale(term);
    double threshold =
        NaiveReading.shown(compare.constant())
            .multiply(BigDecimal.valueOf((long) scale))
            .doubleValue();
    boolean known = !Double.isNaN(read.value()) && read.samples() >= minimum(term);
    return new Stand(
        new ComparedReading(
            term.text(),
            operator,
            Double.isNaN(read.value()) ? null : read.value() / scale,
            threshold / scale,
            read.samples(),
            NaiveReading.unit(term)),
        known && holds(operator, Double.compare(read.value() + 0.0, threshold)));
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case "==" -> order == 0;
      default -> order != 0;
    };
  }
}
