package dev.tocsin.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Gate and Drools together decide what a direct reading of the formulas decides. */
class DroolsMatcherTest {

  /** At one tick, some readings of some groups read something. */
  record Look(int reading, int user, int model, double value, long samples) {}

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void decidesTotals(@ForAll("totals") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    assertEqualVerdicts(plan, ticks, DroolsMatcher::new);
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void decidesGroups(@ForAll("grouped") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    assertEqualVerdicts(plan, ticks, DroolsMatcher::new);
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void joinsGroupsWithWhatTheyArePartOf(
      @ForAll("joins") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    assertEqualVerdicts(plan, ticks, DroolsMatcher::new);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void tellsWhatIsUnknownAndWhatResolves(
      @ForAll("lively") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    assertEqualVerdicts(plan, ticks, DroolsMatcher::new);
  }

  static void assertEqualVerdicts(
      Plan plan, List<List<Look>> ticks, ConditionMatcher.Factory matchers) {
    FormulaInterpreter oracle = new FormulaInterpreter(plan);
    Set<Breach> held = new HashSet<>();
    Map<List<Object>, Long> states = new HashMap<>();
    try (ConditionMatcher matcher = matchers.of(plan)) {
      Gate gate = new Gate(plan, matcher);
      for (List<Look> looks : ticks) {
        for (Look look : looks) {
          ReadingPlan reading = plan.readings().get(look.reading() % plan.readings().size());
          Group group = group(reading, look);
          List<Object> state = List.of(reading.id(), group);
          long noted = states.getOrDefault(state, ReadingState.FRESH);
          states.put(
              state, gate.reading(reading, slot -> group, 0, noted, look.value(), look.samples()));
          oracle.reads(reading.id(), group, look.value(), look.samples());
        }
        Decision decision = matcher.decide();
        assertThat(decision.began()).as("begins twice").noneMatch(held::contains);
        assertThat(decision.ended()).as("ends without begin").allMatch(held::contains);
        held.addAll(decision.began());
        held.removeAll(decision.ended());
        assertThat(held).isEqualTo(oracle.decide());
      }
    }
  }

  private static Group group(ReadingPlan reading, Look look) {
    Map<String, String> values = Map.of("user", "u" + look.user(), "model", "m" + look.model());
    return new Group(reading.dimensions(), reading.dimensions().stream().map(values::get).toList());
  }

  @Provide
  Arbitrary<Plan> totals() {
    return RandomConditions.rules(RandomConditions.formula("", 2));
  }

  @Provide
  Arbitrary<Plan> grouped() {
    return RandomConditions.rules(RandomConditions.formula(" by user", 2));
  }

  @Provide
  Arbitrary<Plan> joins() {
    return RandomConditions.rules(
        Arbitraries.of(
                List.of(" by user", ""),
                List.of("", " by user"),
                List.of(" by user", " by user, model"),
                List.of(" by model, user", "", " by model"),
                List.of("", " by user, model", " by model, user"))
            .flatMap(RandomConditions::subsetJoin));
  }

  @Provide
  Arbitrary<Plan> lively() {
    return Arbitraries.of("", " by user")
        .flatMap(
            by ->
                RandomConditions.livelyRules(
                    Arbitraries.oneOf(
                        RandomConditions.formula(by, 2),
                        RandomConditions.subsetJoin(by.isEmpty() ? List.of("") : List.of(by, ""))),
                    Arbitraries.of("", by).flatMap(part -> RandomConditions.formula(part, 1))));
  }

  @Provide
  Arbitrary<List<List<Look>>> ticks() {
    Arbitrary<Double> values =
        Arbitraries.of(-5.0, 0.0, 1.0, 2.0, 2.5, 3.0, 1000.0, 1e9, Double.NaN, -0.0, 1e300 * 1e10);
    return Combinators.combine(
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 1),
            values,
            Arbitraries.longs().between(0, 5))
        .as(Look::new)
        .list()
        .ofMaxSize(6)
        .list()
        .ofMaxSize(12);
  }
}
