package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Event;
import dev.tocsin.plan.Plan;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine against one that keeps every event and computes everything anew at every tick. */
class EngineOracleTest {

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void sameTransitionsAsFromScratch(
      @ForAll("rules") List<RandomRule> rules, @ForAll("streams") List<Event> events) {
    assertSameTransitions(rules, events);
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void sameDriftAsFromScratch(
      @ForAll("drift") List<RandomRule> rules, @ForAll("dense") List<Event> events) {
    assertSameTransitions(rules, events);
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void sameOfFamiliesAsFromScratch(
      @ForAll("families") List<RandomRule> rules, @ForAll("dense") List<Event> events) {
    assertSameTransitions(rules, events);
  }

  private static void assertSameTransitions(List<RandomRule> rules, List<Event> events) {
    Plan plan = RandomRule.plan(rules);
    Runs.Run everyTick = Runs.ofTrace(plan, events, true);
    NaiveEngine naive = new NaiveEngine(rules);
    assertThat(everyTick.withoutEvidence()).isEqualTo(naive.run(everyTick.inputs()));
    assertThat(everyTick.counters().duplicates()).isEqualTo(naive.duplicates);
    assertThat(everyTick.counters().orphanScores()).isEqualTo(naive.orphans);
    assertThat(everyTick.counters().accepted()).isEqualTo(events.size() - naive.duplicates);
    assertThat(Runs.ofTrace(plan, events, false).transitions()).isEqualTo(everyTick.transitions());
  }

  @Provide
  Arbitrary<List<RandomRule>> rules() {
    return RandomRule.files();
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(80, 400);
  }

  @Provide
  Arbitrary<List<RandomRule>> drift() {
    return RandomRule.driftFiles();
  }

  @Provide
  Arbitrary<List<RandomRule>> families() {
    return RandomRule.familyFiles();
  }

  @Provide
  Arbitrary<List<Event>> dense() {
    return Streams.of(160, 120);
  }
}
