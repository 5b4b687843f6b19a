package dev.tocsin.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What is said of conditions is held against all states of their readings, no data and few samples
 * among them, as a reader of the language would evaluate them.
 */
class ProvedConditionsTest {
  private static final List<String> TERMS =
      List.of(
          "avg(score.a) over 10m",
          "error_rate over 10m",
          "avg(score.a) over 10m + error_rate over 10m");
  private static final List<List<Double>> CONSTANTS =
      List.of(List.of(1.0, 2.0), List.of(0.0, 0.5, 1.0), List.of(1.0, 2.0));
  private static final double[] SCORES = {0.5, 1, 1.25, 1.5, 2, 2.5};
  private static final double[] RATES = {0, 0.25, 0.5, 0.75, 1};
  private static final long[] SAMPLES = {1, 5};

  /** A condition as a test knows it. */
  sealed interface Condition {
    record All(Condition left, Condition right) implements Condition {
      @Override
      public String toString() {
        return "(" + left + " and " + right + ")";
      }
    }

    record Any(Condition left, Condition right) implements Condition {
      @Override
      public String toString() {
        return "(" + left + " or " + right + ")";
      }
    }

    record Not(Condition operand) implements Condition {
      @Override
      public String toString() {
        return "not (" + operand + ")";
      }
    }

    record Compare(int term, String operator, double constant) implements Condition {
      @Override
      public String toString() {
        return TERMS.get(term) + " " + operator + " " + constant;
      }
    }
  }

  record Rule(Condition condition, long minSamples) {
    String text(String name) {
      return "  - {name: %s, condition: '%s', min_samples: %d}\n"
          .formatted(name, condition, minSamples);
    }
  }

  /** A score and a rate with how many calls they rest on; NaN for no data. */
  record State(double score, long scores, double rate, long calls) {
    double value(int term, long minSamples) {
      double a = scores >= minSamples ? score : Double.NaN;
      double b = calls >= minSamples ? rate : Double.NaN;
      return term == 0 ? a : term == 1 ? b : a + b;
    }

    boolean isWhole(long minSamples) {
      return !Double.isNaN(value(2, minSamples));
    }
  }

  private static List<State> states() {
    List<State> states = new ArrayList<>();
    for (double score : withNone(SCORES)) {
      for (double rate : withNone(RATES)) {
        for (long scores : SAMPLES) {
          for (long calls : SAMPLES) {
            states.add(new State(score, scores, rate, calls));
          }
        }
      }
    }
    return states;
  }

  private static double[] withNone(double[] values) {
    double[] all = java.util.Arrays.copyOf(values, values.length + 1);
    all[values.length] = Double.NaN;
    return all;
  }

  /** True, false, or null for unknown, after Kleene. */
  private static @Nullable Boolean truth(Condition condition, State state, long minSamples) {
    if (condition instanceof Condition.Not not) {
      Boolean operand = truth(not.operand(), state, minSamples);
      return operand == null ? null : !operand;
    }
    if (condition instanceof Condition.All all) {
      Boolean left = truth(all.left(), state, minSamples);
      Boolean right = truth(all.right(), state, minSamples);
      if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
        return false;
      }
      return (left == null || right == null) ? null : Boolean.TRUE;
    }
    if (condition instanceof Condition.Any any) {
      Boolean left = truth(any.left(), state, minSamples);
      Boolean right = truth(any.right(), state, minSamples);
      if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
        return true;
      }
      return (left == null || right == null) ? null : Boolean.FALSE;
    }
    Condition.Compare compare = (Condition.Compare) condition;
    double value = state.value(compare.term(), minSamples);
    return Double.isNaN(value) ? null : compares(value, compare.operator(), compare.constant());
  }

  private static boolean compares(double value, String operator, double constant) {
    return switch (operator) {
      case ">" -> value > constant;
      case ">=" -> value >= constant;
      case "<" -> value < constant;
      case "<=" -> value <= constant;
      case "==" -> value == constant;
      default -> value != constant;
    };
  }

  private static boolean isTrue(Rule rule, State state) {
    return Boolean.TRUE.equals(truth(rule.condition(), state, rule.minSamples()));
  }

  @Property(tries = 2000)
  void nothingIsSaidThatAStateOfTheReadingsRefutes(
      @ForAll("rules") Rule a, @ForAll("rules") Rule b) {
    Linted found = Linted.of("rules:\n" + a.text("a") + b.text("b"), LintContext.WHOLE);

    for (Diagnostic each : found.found()) {
      String text = each.span().text();
      switch (each.code()) {
        case SAME_RULE -> {
          assertThat(text).isEqualTo("b");
          assertThat(states()).allMatch(state -> isTrue(a, state) == isTrue(b, state));
        }
        case SHADOWED_RULE -> {
          Rule one = text.equals("a") ? a : b;
          Rule other = text.equals("a") ? b : a;
          assertThat(states()).allMatch(state -> !isTrue(one, state) || isTrue(other, state));
        }
        case NEVER_TRUE -> {
          Rule rule = each.span().source().line(each.span().start()) == 2 ? a : b;
          if (each.message().contains("its comparisons")) {
            assertThat(states()).noneMatch(state -> isTrue(rule, state));
          }
        }
        case ALWAYS_TRUE -> {
          Rule rule = each.span().source().line(each.span().start()) == 2 ? a : b;
          if (each.message().contains("its comparisons")) {
            Predicate<State> whole = state -> state.isWhole(rule.minSamples());
            assertThat(states()).filteredOn(whole).allMatch(state -> isTrue(rule, state));
          }
        }
        default -> assertThat(each.severity()).isEqualTo(Diagnostic.Level.WARNING);
      }
      Statistics.label("told").collect(each.code());
    }
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Combinators.combine(conditions(2), Arbitraries.of(1L, 5L)).as(Rule::new);
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> compare =
        Arbitraries.integers()
            .between(0, TERMS.size() - 1)
            .flatMap(
                term ->
                    Combinators.combine(
                            Arbitraries.of(">", ">=", "<", "<=", "==", "!="),
                            Arbitraries.of(CONSTANTS.get(term)))
                        .as(
                            (operator, constant) ->
                                new Condition.Compare(term, operator, constant)));
    if (depth == 0) {
      return compare;
    }
    Arbitrary<Condition> inner = conditions(depth - 1);
    return Arbitraries.oneOf(
        compare,
        Combinators.combine(inner, inner).as(Condition.All::new),
        Combinators.combine(inner, inner).as(Condition.Any::new),
        inner.map(Condition.Not::new));
  }
}
