package dev.tocsin.peers.hand;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.tight.Levels;
import java.util.EnumMap;
import java.util.Map;

/** Six of the seven rules by hand, with panes of a second and sorted constants. */
public final class HandContender implements Contender {
  private final Readings readings = new Readings();
  private final Map<Metric, Levels> levels = new EnumMap<>(Metric.class);

  /** Without drift. */
  public HandContender(RuleSet rules, Alarm alarm) {
    for (Metric metric : Metric.values()) {
      levels.put(metric, new Levels(metric, rules.of(metric), Alarm.ALL, alarm));
    }
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    readings.second(calls, from, to, tick);
    levels.forEach((metric, of) -> of.read(readings.value(metric), readings.samples(metric), tick));
  }
}
