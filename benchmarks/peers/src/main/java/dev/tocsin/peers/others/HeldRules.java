package dev.tocsin.peers.others;

import dev.tocsin.peers.rules.Alarm;
import java.util.BitSet;

/** Makes alarms of what holds at the end of each second. */
public final class HeldRules {
  private final Alarm alarm;
  private BitSet now = new BitSet();
  private BitSet before = new BitSet();

  /** None holds at first. */
  public HeldRules(Alarm alarm) {
    this.alarm = alarm;
  }

  /** A rule holds in this second. */
  public void holds(int rule) {
    now.set(rule);
  }

  /** The second is over. */
  public void tick(long tick) {
    before.xor(now);
    for (int rule = before.nextSetBit(0); rule >= 0; rule = before.nextSetBit(rule + 1)) {
      alarm.changed(rule, Alarm.ALL, tick, now.get(rule));
    }
    BitSet over = before;
    before = now;
    now = over;
    now.clear();
  }
}
