package dev.tocsin.core;

import dev.tocsin.Rules;
import dev.tocsin.core.Condition.Absent;
import dev.tocsin.core.Condition.Against;
import dev.tocsin.core.Condition.Compare;
import dev.tocsin.core.Condition.Joined;
import dev.tocsin.core.Condition.Not;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A generated rule.
 *
 * @param by dimensions of its groups
 * @param minSamples -1 where the rule does not say
 * @param noData resolve, keep, fire or alert
 * @param resolveWhen perhaps what must hold before it resolves
 */
record RandomRule(
    Condition condition,
    List<String> by,
    long minSamples,
    long forSeconds,
    long keepSeconds,
    String noData,
    Optional<Condition> resolveWhen) {

  /** One that says nothing of missing data. */
  RandomRule(
      Condition condition, List<String> by, long minSamples, long forSeconds, long keepSeconds) {
    this(condition, by, minSamples, forSeconds, keepSeconds, "resolve", Optional.empty());
  }

  private static final Map<String, List<String>> CONSTANTS =
      Map.ofEntries(
          Map.entry("count()", List.of("0", "1", "2", "4")),
          Map.entry("rate()", List.of("0.1", "0.5")),
          Map.entry("sum(cost)", List.of("0", "$2.5", "4")),
          Map.entry("avg(latency)", List.of("0.05", "60us")),
          Map.entry("min(latency)", List.of("0", "0.03", "50us")),
          Map.entry("max(output_tokens)", List.of("6", "11", "12")),
          Map.entry("stddev(latency)", List.of("0", "0.02", "35us")),
          Map.entry("last(output_tokens)", List.of("3", "6")),
          Map.entry("distinct(user)", List.of("0", "1", "2", "3")),
          Map.entry("avg(score.q)", List.of("0.5", "70%")),
          Map.entry("ratio(status != \"ok\")", List.of("0", "50%", "1")),
          Map.entry("p50(latency)", List.of("0.06", "30us")),
          Map.entry("p95(output_tokens)", List.of("6", "10")),
          Map.entry("ks(output_tokens)", List.of("0.2", "0.5")),
          Map.entry("cliffs_delta(output_tokens)", List.of("0", "0.1", "0.4")),
          Map.entry("mean_shift(cost)", List.of("0", "0.1", "$0.5")));

  private static final List<String> DRIFT =
      List.of("ks(output_tokens)", "cliffs_delta(output_tokens)", "mean_shift(cost)");

  /** The rules as a file, named by their place. */
  static Plan plan(List<RandomRule> rules) {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (int i = 0; i < rules.size(); i++) {
      RandomRule rule = rules.get(i);
      yaml.append("  - name: rule_%d%n".formatted(i));
      yaml.append("    condition: '%s'%n".formatted(rule.condition().text()));
      yaml.append("    for: %ds%n".formatted(rule.forSeconds()));
      yaml.append("    keep_firing_for: %ds%n".formatted(rule.keepSeconds()));
      yaml.append("    no_data: %s%n".formatted(rule.noData()));
      rule.resolveWhen()
          .ifPresent(
              condition -> yaml.append("    resolve_when: '%s'%n".formatted(condition.text())));
      if (rule.minSamples() >= 0) {
        yaml.append("    min_samples: %d%n".formatted(rule.minSamples()));
      }
    }
    return Rules.parse("random.yaml", yaml.toString());
  }

  /** Rules that compare distributions, with few samples so that short streams have enough. */
  static Arbitrary<List<RandomRule>> driftFiles() {
    Arbitrary<Condition> compares = compare(List.of(), DRIFT, Arbitraries.of("", "latency > 0.05"));
    return compares
        .map(compare -> new RandomRule(compare, List.of(), 2, 0, 0))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  static Arbitrary<List<RandomRule>> files() {
    Arbitrary<Long> seconds = Arbitraries.of(0L, 0L, 1L, 5L, 40L);
    return Arbitraries.of(List.<String>of(), List.of("user"), List.of("model", "user"))
        .flatMap(
            by ->
                Combinators.combine(
                        Arbitraries.oneOf(condition(by, 2), joinedWithPart(by)),
                        Arbitraries.of(-1L, -1L, 0L, 1L, 3L),
                        seconds,
                        seconds,
                        Arbitraries.of("resolve", "resolve", "resolve", "keep", "fire", "alert"),
                        Arbitraries.of(by, List.<String>of())
                            .flatMap(part -> condition(part, 1))
                            .optional(0.3))
                    .as(
                        (c, min, wait, keep, noData, resolves) ->
                            new RandomRule(c, by, min, wait, keep, noData, resolves)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Many rules that differ in whom they ask of, and in little else. */
  static Arbitrary<List<RandomRule>> familyFiles() {
    Arbitrary<String> users =
        Arbitraries.of(
            "user == \"u1\"",
            "user == \"u2\"",
            "user == \"u3\"",
            "user == \"nobody\"",
            "user == \"u1\" and status == \"ok\"",
            "status == \"ok\" and user == \"u3\"");
    List<String> plain =
        CONSTANTS.keySet().stream().filter(each -> !DRIFT.contains(each)).sorted().toList();
    return Arbitraries.randomValue(
            random -> List.of(plain.get(random.nextInt(plain.size())), DRIFT.get(0)))
        .flatMap(
            functions ->
                compare(List.of(), functions, users)
                    .map(compare -> new RandomRule(compare, List.of(), 2, 0, 0))
                    .list()
                    .ofMinSize(4)
                    .ofMaxSize(14));
  }

  private static Arbitrary<Condition> condition(List<String> by, int depth) {
    if (depth == 0) {
      return compare(by);
    }
    Arbitrary<Condition> smaller = condition(by, depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, compare(by)),
        Tuple.of(1, against(by)),
        Tuple.of(1, absent(by)),
        Tuple.of(1, smaller.map(Not::new)),
        Tuple.of(
            2,
            Combinators.combine(Arbitraries.of("and", "or"), smaller, smaller)
                .as((word, left, right) -> new Joined(word, List.of(left, right)))));
  }

  private static Arbitrary<Condition> absent(List<String> by) {
    return compare(by).map(compare -> new Absent(((Compare) compare).term()));
  }

  /** Like terms, of which the right one may have fewer groups. */
  private static Arbitrary<Condition> against(List<String> by) {
    return Combinators.combine(
            compare(by),
            compare(by),
            Arbitraries.of("1", "2", "0.5"),
            Arbitraries.of(List.<String>of(), by))
        .as(
            (left, right, factor, part) -> {
              Compare one = (Compare) left;
              Term other = ((Compare) right).term();
              boolean fits =
                  one.term().function().equals(other.function())
                      || (isPlain(one.term()) && isPlain(other));
              String window = fits ? other.window() : one.term().window();
              return new Against(
                  one.term(),
                  one.operator(),
                  factor,
                  new Term(one.term().function(), other.where(), part, window));
            });
  }

  /** Takes any window without a baseline. */
  private static boolean isPlain(Term term) {
    return !DRIFT.contains(term.function()) && !term.function().equals("rate()");
  }

  private static Arbitrary<Condition> joinedWithPart(List<String> by) {
    List<String> part = by.isEmpty() ? by : by.subList(1, by.size());
    return Combinators.combine(condition(by, 1), condition(part, 1), Arbitraries.of(true, false))
        .as((own, of, first) -> new Joined("and", first ? List.of(of, own) : List.of(own, of)));
  }

  private static Arbitrary<Condition> compare(List<String> by) {
    return compare(
        by,
        CONSTANTS.keySet().stream().sorted().toList(),
        Arbitraries.of(
            "",
            "",
            "",
            "status == \"ok\"",
            "model == \"m1\"",
            "latency > 0.05",
            "user == \"u1\"",
            "model in (\"m1\", \"m2\")",
            "model == \"m1\" and status == \"ok\"",
            "status == \"ok\" and (latency > 0.05 and user == \"u2\")"));
  }

  private static Arbitrary<Condition> compare(
      List<String> by, List<String> functions, Arbitrary<String> predicates) {
    return Combinators.combine(
            Arbitraries.of(functions),
            predicates,
            Arbitraries.of("over 2s", "over 10s", "over 2m", "over 7m"),
            Arbitraries.of("per minute", "per hour", "per day \"Europe/Berlin\"").injectNull(0.7),
            Arbitraries.of(">", ">=", "<", "<=", "==", "!="),
            Arbitraries.integers().between(0, 11),
            Arbitraries.of("", "", " offset 3s", " offset 1m"))
        .as(
            (function, where, over, per, operator, constant, offset) -> {
              boolean drift = DRIFT.contains(function);
              String sliding = over + offset;
              String periods = per + (offset.isEmpty() ? "" : back(per));
              String calendar = per == null || function.equals("rate()") ? sliding : periods;
              String window = drift ? sliding + " vs previous 5m" : calendar;
              List<String> constants = CONSTANTS.get(function);
              return new Compare(
                  new Term(function, where, by, window),
                  operator,
                  constants.get(constant % constants.size()));
            });
  }

  private static String back(String period) {
    return period == null
        ? ""
        : period.startsWith("per minute")
            ? " offset 2m"
            : period.startsWith("per hour") ? " offset 1h" : " offset 1d";
  }
}
