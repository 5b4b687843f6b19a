package dev.tocsin.testkit.backtest;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whom the messages of a replay told what. */
final class Told {
  private Told() {}

  /** For each alert that was told to fire, by its key, the receivers that were told. */
  static Map<String, Set<String>> receivers(Replay replay) {
    Map<String, Set<String>> told = new HashMap<>();
    for (SentMessage sent : replay.messages()) {
      for (NotifiedAlert alert : sent.message().alerts()) {
        if (alert.isFiring()) {
          told.computeIfAbsent(alert.transition().alertKey(), key -> new TreeSet<>())
              .add(sent.message().receiver());
        }
      }
    }
    return told;
  }

  /**
   * Whether a message calls somebody to something that fires; news of an end or of an
   * acknowledgement do not.
   */
  static boolean isPage(SentMessage sent) {
    return sent.message().isFiring() && sent.message().cause() != Message.Cause.ACKNOWLEDGED;
  }
}
