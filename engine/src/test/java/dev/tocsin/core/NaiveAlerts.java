package dev.tocsin.core;

import dev.tocsin.alert.AlertRule;
import dev.tocsin.alert.NaiveLife;
import dev.tocsin.api.AlertReason;
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
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.LifePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Of a group: of its condition, and of the lack of data. */
  private static final class Alert {
    private final NaiveLife own = new NaiveLife();
    private final NaiveLife noData = new NaiveLife();
    private final int[] decisive = {0, 0};
  }

  /**
   * One comparison as it stands at a tick.
   *
   * @param truth null where it is unknown
   */
  private record Stand(ComparedReading reading, @Nullable Boolean truth) {
    boolean holds() {
      return truth != null && truth;
    }
  }

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
    Boolean truth = decide(rule.condition(), false, group, facts, tick, stands);
    boolean resolves =
        rule.resolveWhen().isPresent()
            && Boolean.TRUE.equals(
                decide(rule.resolveWhen().get(), false, group, facts, tick, new ArrayList<>()));
    boolean remembered = remembered(rule.condition(), group, facts);
    Boolean unlessForgotten = (truth == null && !remembered) ? Boolean.FALSE : truth;
    AlertRule says =
        new AlertRule(
            rule.forSeconds() * SECOND,
            rule.keepSeconds() * SECOND,
            SECOND,
            NoData.valueOf(rule.noData().toUpperCase(Locale.ROOT)),
            rule.resolveWhen().map(condition -> List.of()),
            !rule.by().isEmpty(),
            LifePlan.NO_LIMIT,
            Optional.empty());
    NaiveLife.Look look = new NaiveLife.Look(unlessForgotten, resolves, remembered);
    for (NaiveLife life : List.of(alert.own, alert.noData)) {
      AlertState before = life.state();
      if (life == alert.own) {
        life.tick(tick, look, says);
      } else {
        boolean alone = unlessForgotten == null && says.noData() == NoData.ALERT;
        life.tick(
            tick, new NaiveLife.Look(alone, true, true), new AlertRule(says.forNanos(), 0, SECOND));
      }
      if (life.state() != before) {
        transitions.add(transition(tick, group, alert, life, before, stands));
      }
    }
  }

  /** Some aggregate that has all dimensions of the rule once had a number of the group. */
  private boolean remembered(Condition condition, List<String> group, List<Fact> facts) {
    if (rule.by().isEmpty()) {
      return true;
    }
    if (condition instanceof Not not) {
      return remembered(not.operand(), group, facts);
    }
    if (condition instanceof Joined joined) {
      return joined.operands().stream().anyMatch(each -> remembered(each, group, facts));
    }
    List<Term> terms =
        condition instanceof Against against
            ? List.of(against.left(), against.right())
            : List.of(
                condition instanceof Absent absent ? absent.term() : ((Compare) condition).term());
    return terms.stream()
        .anyMatch(term -> term.by().equals(rule.by()) && NaiveFold.anyEver(term, group, facts));
  }

  private Transition transition(
      long tick,
      List<String> group,
      Alert alert,
      NaiveLife life,
      AlertState before,
      List<Stand> stands) {
    int which = life == alert.own ? 0 : 1;
    if (life.state() != AlertState.INACTIVE) {
      alert.decisive[which] =
          stands.stream().filter(Stand::holds).findFirst().map(stands::indexOf).orElse(0);
    }
    Map<String, String> of = new LinkedHashMap<>();
    for (int i = 0; i < group.size(); i++) {
      of.put(rule.by().get(i), group.get(i));
    }
    List<ComparedReading> readings = stands.stream().map(Stand::reading).toList();
    return new Transition(
        Instant.EPOCH.plusNanos(tick),
        name,
        of,
        Instant.EPOCH.plusNanos(life.activation()),
        before,
        life.state(),
        readings.get(alert.decisive[which]),
        readings,
        Severity.WARNING,
        List.of(),
        which == 0 ? Map.of() : Map.of("reason", "no_data"),
        Map.of(),
        which == 0 ? AlertReason.CONDITION : AlertReason.NO_DATA,
        false);
  }

  private @Nullable Boolean decide(
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
      List<Boolean> truths = new ArrayList<>();
      for (Condition operand : joined.operands()) {
        truths.add(decide(operand, negated, group, facts, tick, stands));
      }
      return truths.contains(!all) ? Boolean.valueOf(!all) : truths.contains(null) ? null : all;
    }
    Stand stand =
        condition instanceof Against against
            ? compare(against, negated, group, facts, tick)
            : condition instanceof Absent absent
                ? absent(absent.term(), negated, group, facts, tick)
                : compare((Compare) condition, negated, group, facts, tick);
    stands.add(stand);
    return stand.truth();
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
        known ? (samples == 0) != negated : null);
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
        known ? holds(operator, Double.compare(left.value() + 0.0, other + 0.0)) : null);
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
        known ? holds(operator, Double.compare(read.value() + 0.0, threshold)) : null);
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
