package dev.tocsin.peers.groups;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.tight.NanoPrices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A daily budget for each user by hand: sums by user in a table with open addressing, hash and sum
 * side by side. A sum that goes past the budget is noted there and then, and told at the tick;
 * nothing else is looked at.
 */
public final class TightBudgets implements Contender {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);
  private static final int INITIAL = 1 << 10;
  private static final String NONE = "(none)";

  private final long budget;
  private final Alarm alarm;
  private final List<String> over = new ArrayList<>();
  private final List<String> firing = new ArrayList<>();
  private String[] keys = new String[INITIAL];
  private long[] hashesAndSums = new long[2 * INITIAL];
  private int used;
  private long dayEnd = Long.MIN_VALUE;

  /**
   * @param budget nano-dollars
   */
  public TightBudgets(long budget, Alarm alarm) {
    this.budget = budget;
    this.alarm = alarm;
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    if (tick > dayEnd) {
      dayEnd = Math.floorDiv(tick + DAY - 1, DAY) * DAY;
      forgetDay(tick);
    }
    for (int i = from; i < to; i++) {
      Call call = calls[i];
      long cost = NanoPrices.cost(call);
      if (cost != Event.UNKNOWN) {
        String user = call.user();
        add(user == null ? NONE : user, cost);
      }
    }
    for (int i = 0; i < over.size(); i++) {
      alarm.changed(0, over.get(i), tick, true);
      firing.add(over.get(i));
    }
    over.clear();
  }

  private void add(String user, long cost) {
    int hash = spread(user.hashCode());
    int slot = slot(user, hash);
    long before = hashesAndSums[2 * slot + 1];
    if (keys[slot] == null) {
      keys[slot] = user;
      hashesAndSums[2 * slot] = hash;
      used++;
    }
    hashesAndSums[2 * slot + 1] = before + cost;
    if (before <= budget && before + cost > budget) {
      over.add(keys[slot]);
    }
    if (2 * used > keys.length) {
      grow();
    }
  }

  private int slot(String user, int hash) {
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (keys[slot] != null && (hashesAndSums[2 * slot] != hash || !keys[slot].equals(user))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    return (hash * 0x9E3779B9) >>> 1;
  }

  private void grow() {
    String[] oldKeys = keys;
    long[] old = hashesAndSums;
    keys = new String[2 * oldKeys.length];
    hashesAndSums = new long[2 * old.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = slot(oldKeys[i], (int) old[2 * i]);
        keys[slot] = oldKeys[i];
        hashesAndSums[2 * slot] = old[2 * i];
        hashesAndSums[2 * slot + 1] = old[2 * i + 1];
      }
    }
  }

  private void forgetDay(long tick) {
    firing.forEach(user -> alarm.changed(0, user, tick, false));
    firing.clear();
    keys = new String[INITIAL];
    hashesAndSums = new long[2 * INITIAL];
    used = 0;
  }
}
