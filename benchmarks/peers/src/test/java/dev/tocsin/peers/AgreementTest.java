package dev.tocsin.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.peers.exact.ExactContender;
import dev.tocsin.peers.rules.Agreement;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Firings;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.rules.Seconds;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementTest {
  private static final int SECONDS = 1_560;
  private static final Call[] CALLS = Seconds.traffic(SECONDS);
  private static final RuleSet RULES = RuleSet.shared(7);
  private static final Firings EXACT = firings(ExactContender::new);

  static List<Peer> peers() {
    return Peer.ALL;
  }

  @ParameterizedTest
  @MethodSource("peers")
  void allFireAlike(Peer peer) {
    Agreement agreement =
        Agreement.of(RULES, EXACT, firings(peer.factory()), CALLS[CALLS.length - 1].timeNanos());
    assertThat(agreement.differences()).isEmpty();
    assertThat(agreement.agreed()).isGreaterThanOrEqualTo(2);
  }

  private static Firings firings(Contender.Factory factory) {
    Firings firings = new Firings();
    try (Contender contender = factory.start(RULES, firings)) {
      new Seconds(CALLS).giveAllTo(contender);
    }
    return firings;
  }
}
