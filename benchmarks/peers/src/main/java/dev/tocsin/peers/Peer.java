package dev.tocsin.peers;

import dev.tocsin.peers.drools.DroolsStream;
import dev.tocsin.peers.drools.DroolsTicks;
import dev.tocsin.peers.esper.EsperContender;
import dev.tocsin.peers.hand.HandContender;
import dev.tocsin.peers.ours.TocsinContender;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.siddhi.SiddhiContender;
import dev.tocsin.peers.tight.TightContender;
import java.util.List;

/**
 * Who takes part.
 *
 * @param name in tables
 * @param factory makes one
 */
record Peer(String name, Contender.Factory factory) {
  static final Peer TOCSIN = new Peer("tocsin", TocsinContender::new);
  static final Peer TIGHT = new Peer("tight", TightContender::new);
  static final Peer HAND = new Peer("hand", HandContender::new);

  @Override
  public String toString() {
    return name;
  }

  static final Peer DROOLS_TICKS = new Peer("drools-ticks", DroolsTicks::new);

  static final Peer ESPER = new Peer("esper", EsperContender::new);
  static final Peer SIDDHI = new Peer("siddhi", SiddhiContender::new);
  static final Peer DROOLS_CEP = new Peer("drools-cep", DroolsStream::new);
  static final List<Peer> ALL =
      List.of(TIGHT, TOCSIN, HAND, DROOLS_TICKS, DROOLS_CEP, ESPER, SIDDHI);
}
