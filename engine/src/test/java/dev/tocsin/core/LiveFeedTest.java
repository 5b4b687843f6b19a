package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.journal.Input;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Events that come early, late and too late, as a live engine meets them. */
class LiveFeedTest {

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void sameTransitionsAsFromScratch(
      @ForAll("rules") List<RandomRule> rules,
      @ForAll("streams") List<Event> events,
      @ForAll Random random) {
    List<Event> calls = events.stream().filter(Call.class::isInstance).toList();
    List<Input> feed = OutOfOrder.feed(calls, random);
    Plan plan = RandomRule.plan(rules);
    Runs.Run run = Runs.ofInputs(plan, feed);
    NaiveEngine naive = new NaiveEngine(rules);
    assertThat(run.withoutEvidence()).isEqualTo(naive.run(feed));
    assertThat(run.counters().late()).isEqualTo(naive.late);
    assertThat(run.counters().accepted()).isEqualTo(calls.size() - naive.late);
  }

  @Provide
  Arbitrary<List<RandomRule>> rules() {
    return RandomRule.files();
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(60, 200);
  }
}
