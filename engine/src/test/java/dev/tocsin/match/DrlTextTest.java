package dev.tocsin.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.match.DroolsMatcherTest.Look;
import dev.tocsin.match.drools.CompiledDrl;
import dev.tocsin.match.drools.DrlText;
import dev.tocsin.plan.Plan;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The DRL that explain prints, compiled, decides what a direct reading of the formulas decides, as
 * the executable model does in {@link DroolsMatcherTest}. Few tries: each compiles for a second.
 */
class DrlTextTest {
  private static final DroolsMatcherTest RANDOM = new DroolsMatcherTest();

  @Property(tries = 6, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void decidesTotals(@ForAll("totals") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    DroolsMatcherTest.assertEqualVerdicts(plan, ticks, CompiledDrl::of);
  }

  @Property(tries = 6, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void decidesGroups(@ForAll("grouped") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    DroolsMatcherTest.assertEqualVerdicts(plan, ticks, CompiledDrl::of);
  }

  @Property(tries = 6, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void joinsGroupsWithWhatTheyArePartOf(
      @ForAll("joins") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    DroolsMatcherTest.assertEqualVerdicts(plan, ticks, CompiledDrl::of);
  }

  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void tellsWhatIsUnknownAndWhatResolves(
      @ForAll("lively") Plan plan, @ForAll("ticks") List<List<Look>> ticks) {
    DroolsMatcherTest.assertEqualVerdicts(plan, ticks, CompiledDrl::of);
  }

  @Example
  void saysWhatIsUnknown() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - name: slow
                condition: p95(latency) by user over 10m > 2s and (count() over 1m > 9 or error_rate over 5m > 5%)
                no_data: keep
                resolve_when: count() over 1m < 5
            """);
    assertThat(DrlText.of(plan, plan.rules().get(0)))
        .endsWith(
            """
            rule "slow (no data)"
            when
                Crossing(reading == "remembered(p95(latency) by user over 10m)", operator == ">=", threshold == 0.0, minSamples == 0, value >= 0.0, $group : group)
                not (Crossing(reading == "p95(latency) by user over 10m", operator == ">", threshold == 2000000.0, minSamples == 1, value > 2000000.0, group == $group)
                     and Crossing(reading == "count() over 1m", operator == ">", threshold == 9.0, minSamples == 0, value > 9.0))
                not (Crossing(reading == "p95(latency) by user over 10m", operator == ">", threshold == 2000000.0, minSamples == 1, value > 2000000.0, group == $group)
                     and Crossing(reading == "error_rate over 5m", operator == ">", threshold == 0.05, minSamples == 1, value > 0.05))
                not Crossing(reading == "p95(latency) by user over 10m", operator == "<=", threshold == 2000000.0, minSamples == 1, value <= 2000000.0, group == $group)
                not (Crossing(reading == "count() over 1m", operator == "<=", threshold == 9.0, minSamples == 0, value <= 9.0)
                     and Crossing(reading == "error_rate over 5m", operator == "<=", threshold == 0.05, minSamples == 1, value <= 0.05))
            then
                insertLogical(new Breach(0, Aspect.UNKNOWN, $group));
            end

            rule "slow (resolves)"
            when
                Crossing(reading == "count() over 1m", operator == "<", threshold == 5.0, minSamples == 0, value < 5.0, $group : group)
            then
                insertLogical(new Breach(0, Aspect.RESOLVES, $group));
            end

            rule "slow (remembered)"
            when
                Crossing(reading == "remembered(p95(latency) by user over 10m)", operator == ">=", threshold == 0.0, minSamples == 0, value >= 0.0, $group : group)
            then
                insertLogical(new Breach(0, Aspect.REMEMBERED, $group));
            end
            """);
  }

  @Example
  void tellsApartWhatIsWrittenAlike() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - {name: short, condition: avg(latency) > 1, window: 1m}
              - {name: long, condition: avg(latency) > 1, window: 1h}
              - {name: sure, condition: avg(latency) > 1, window: 1h, min_samples: 3}
            """);
    List<List<Look>> ticks =
        List.of(
            List.of(new Look(0, 0, 0, 2000, 1)),
            List.of(new Look(1, 0, 0, 2000, 1), new Look(0, 0, 0, 0, 1)),
            List.of(new Look(1, 0, 0, 2000, 3)));
    DroolsMatcherTest.assertEqualVerdicts(plan, ticks, CompiledDrl::of);
  }

  @Example
  void readsAsTheRuleDoes() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - name: slow_feature
                condition: >-
                  p95(latency) where model == "gpt-4" by feature over 10m > 2s
                  and error_rate over 5m > 5%
                  and (count() by feature, model over 10m >= 100
                       or sum(cost) by feature, model over 10m > $5)
            """);
    assertThat(DrlText.of(plan, plan.rules().get(0)))
        .isEqualTo(
            """
            rule "slow_feature (1 of 2)"
            when
                Crossing(reading == "count() by feature, model over 10m", operator == ">=", threshold == 100.0, minSamples == 0, value >= 100.0, $group : group)
                Crossing(reading == "p95(latency) where model == \\"gpt-4\\" by feature over 10m", operator == ">", threshold == 2000000.0, minSamples == 1, value > 2000000.0, group == $group.project(List.of("feature")))
                Crossing(reading == "error_rate over 5m", operator == ">", threshold == 0.05, minSamples == 1, value > 0.05)
            then
                insertLogical(new Breach(0, $group));
            end

            rule "slow_feature (2 of 2)"
            when
                Crossing(reading == "sum(cost) by feature, model over 10m", operator == ">", threshold == 5000000000.0, minSamples == 0, value > 5000000000.0, $group : group)
                Crossing(reading == "p95(latency) where model == \\"gpt-4\\" by feature over 10m", operator == ">", threshold == 2000000.0, minSamples == 1, value > 2000000.0, group == $group.project(List.of("feature")))
                Crossing(reading == "error_rate over 5m", operator == ">", threshold == 0.05, minSamples == 1, value > 0.05)
            then
                insertLogical(new Breach(0, $group));
            end
            """);
  }

  @Provide
  Arbitrary<Plan> totals() {
    return RANDOM.totals();
  }

  @Provide
  Arbitrary<Plan> grouped() {
    return RANDOM.grouped();
  }

  @Provide
  Arbitrary<Plan> joins() {
    return RANDOM.joins();
  }

  @Provide
  Arbitrary<Plan> lively() {
    return RANDOM.lively();
  }

  @Provide
  Arbitrary<List<List<Look>>> ticks() {
    return RANDOM.ticks();
  }
}
