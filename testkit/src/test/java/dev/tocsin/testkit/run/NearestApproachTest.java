package dev.tocsin.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestApproachTest {

  /** The oracle looks at every tick by itself. */
  @Test
  void noTickIsNearer() {
    List<Replay.Probe> everyTick =
        IntStream.range(1, 1796)
            .mapToObj(second -> Incident.START.plusSeconds(second))
            .map(at -> new Replay.Probe("very_slow", Map.of(), at))
            .toList();
    Replay.Probed expected =
        Incident.run().probes(everyTick).run().probes().stream()
            .filter(each -> each.comparisons().get(1).holds())
            .filter(each -> each.comparisons().get(0).isKnown())
            .max(Comparator.comparing(each -> each.comparisons().get(0).reading().value()))
            .orElseThrow();

    Replay.Probed found = NearestApproach.among(Incident.replay(), "very_slow").orElseThrow();

    assertThat(found.comparisons()).isEqualTo(expected.comparisons());
    assertThat(found.probe().at()).isEqualTo(expected.probe().at());
    assertThat(found.comparisons())
        .extracting(ComparisonStanding::holds)
        .containsExactly(false, true);
  }

  @Test
  void rulesThatHadAlertsOrNoDataHaveNone() {
    Replay replay = Incident.replay();

    assertThat(NearestApproach.among(replay, "slow")).isEmpty();
    assertThat(NearestApproach.among(replay, "unjudged")).isEmpty();
    assertThat(replay.probes())
        .extracting(each -> each.probe().rule())
        .containsExactly("very_slow", "silent");
  }
}
