package dev.tocsin.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.peers.ours.TocsinContender;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Firings;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.rules.Seconds;
import dev.tocsin.peers.tight.TightContender;
import org.junit.jupiter.api.Test;

class TightTest {
  private static final int THREE_HOURS = 3 * 3600;
  private static final Call[] CALLS = Seconds.traffic(THREE_HOURS);

  @Test
  void firesWhenTheEngineFires() {
    RuleSet rules = RuleSet.shared(140);
    Firings ours = firings(TocsinContender::new, rules);
    assertThat(ours.changes()).isGreaterThan(140);
    assertThat(firings(TightContender::new, rules).intervals()).isEqualTo(ours.intervals());
  }

  private static Firings firings(Contender.Factory factory, RuleSet rules) {
    Firings firings = new Firings();
    try (Contender contender = factory.start(rules, firings)) {
      new Seconds(CALLS).giveAllTo(contender);
    }
    return firings;
  }
}
