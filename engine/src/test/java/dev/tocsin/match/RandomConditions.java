package dev.tocsin.match;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random conditions over few readings and constants, so that rules share comparisons. */
final class RandomConditions {
  private static final List<String> OPERATORS = List.of(">", ">=", "<", "<=", "==", "!=");
  private static final List<String> CONSTANTS = List.of("-5", "0", "1", "2.5", "3", "1000000");

  private RandomConditions() {}

  static Arbitrary<String> comparison(String by) {
    return Combinators.combine(
            Arbitraries.of("count()", "avg(latency)", "p95(output_tokens)"),
            Arbitraries.of("1m", "5m"),
            Arbitraries.of(OPERATORS),
            Arbitraries.of(CONSTANTS))
        .as((what, window, op, c) -> "%s%s over %s %s %s".formatted(what, by, window, op, c));
  }

  /** Comparisons of one grouping, joined by and, or, not. */
  static Arbitrary<String> formula(String by, int depth) {
    if (depth == 0) {
      return comparison(by);
    }
    Arbitrary<String> smaller = formula(by, depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(2, comparison(by)),
        Tuple.of(1, smaller.map(operand -> "not (" + operand + ")")),
        Tuple.of(2, joined(" and ", smaller)),
        Tuple.of(2, joined(" or ", smaller)));
  }

  /** A formula for each of a wider group and others for what it is part of. */
  static Arbitrary<String> subsetJoin(List<String> by) {
    List<Arbitrary<String>> sides =
        by.stream().map(one -> formula(one, 1).map(side -> "(" + side + ")")).toList();
    return Combinators.combine(sides).as(parts -> String.join(" and ", parts));
  }

  /** Rules with these conditions and perhaps a sample minimum. */
  static Arbitrary<Plan> rules(Arbitrary<String> conditions) {
    return rules(conditions, conditions.map(text -> ""));
  }

  /** Rules that also ask what is unknown, and when they resolve. */
  static Arbitrary<Plan> livelyRules(Arbitrary<String> conditions, Arbitrary<String> resolves) {
    Arbitrary<String> noData = Arbitraries.of("resolve", "keep", "fire", "alert");
    return rules(
        conditions,
        Combinators.combine(noData, resolves.injectNull(0.3))
            .as(
                (word, text) ->
                    ", no_data: " + word + (text == null ? "" : ", resolve_when: '" + text + "'")));
  }

  private static Arbitrary<Plan> rules(Arbitrary<String> conditions, Arbitrary<String> more) {
    Arbitrary<Long> minimums = Arbitraries.longs().between(0, 4).injectNull(0.4);
    return Combinators.combine(conditions, minimums, more)
        .as(
            (text, min, keys) ->
                "condition: '" + text + (min == null ? "'" : "', min_samples: " + min) + keys)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(RandomConditions::plan);
  }

  private static Plan plan(List<String> rules) {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (int i = 0; i < rules.size(); i++) {
      yaml.append("  - {name: rule_%d, %s}%n".formatted(i, rules.get(i)));
    }
    return Rules.parse("random.yaml", yaml.toString());
  }

  private static Arbitrary<String> joined(String word, Arbitrary<String> operand) {
    return operand
        .map(text -> "(" + text + ")")
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(operands -> String.join(word, operands));
  }
}
