package dev.tocsin.peers.ours;

import dev.tocsin.Rules;
import dev.tocsin.peers.rules.Contender;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules of which no two share an aggregate: each asks for the share of calls above another latency.
 * Nothing can be indexed, so each costs something for every call.
 */
public final class HardRules {
  private HardRules() {}

  /** So many. */
  public static Contender.Factory of(int count) {
    StringBuilder yaml = new StringBuilder("rules:\n");
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = "slow_" + i;
      indexes.put(name, i);
      yaml.append(
          "  - {name: %s, condition: 'ratio(latency > %dms) over 10m > 60%%', severity: warning, channels: [slack]}\n"
              .formatted(name, 500 + i));
    }
    String text = yaml.toString();
    return (rules, alarm) -> new TocsinContender(Rules.parse("hard", text), indexes, alarm);
  }
}
