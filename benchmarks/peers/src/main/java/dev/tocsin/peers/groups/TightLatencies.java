package dev.tocsin.peers.groups;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.tight.Buckets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An hourly percentile for each user by hand, in panes of a minute: what a pane holds is a log, so
 * that users who are quiet cost nothing until the pane leaves. Users who changed are looked at in
 * the tick.
 */
final class TightLatencies implements Contender {
  private static final int PANES = 60;
  private static final long PANE = TimeUnit.MINUTES.toNanos(1);
  private static final String NONE = "(none)";

  private final long limitMicros;
  private final Alarm alarm;
  private final Map<String, UserLatencies> users = new HashMap<>();
  private final PaneLog[] panes = new PaneLog[PANES + 1];

  TightLatencies(long limitMicros, Alarm alarm) {
    this.limitMicros = limitMicros;
    this.alarm = alarm;
    for (int i = 0; i < panes.length; i++) {
      panes[i] = new PaneLog();
    }
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    long open = Math.floorDiv(tick - 1, PANE);
    PaneLog pane = panes[(int) (open % panes.length)];
    for (int i = from; i < to; i++) {
      Call call = calls[i];
      long latency = call.latencyMicros();
      if (latency >= 0) {
        int bucket = Buckets.logarithmic(latency);
        String name = call.user() == null ? NONE : call.user();
        UserLatencies user = users.computeIfAbsent(name, UserLatencies::new);
        user.add(bucket);
        pane.add(user, bucket);
      }
    }
    int added = to - from;
    for (int i = Math.max(0, pane.size() - added); i < pane.size(); i++) {
      look(pane.user(i), tick);
    }
    if (tick % PANE == 0) {
      leave(panes[(int) ((open + 1) % panes.length)], tick);
    }
  }

  private void leave(PaneLog pane, long tick) {
    for (int i = 0; i < pane.size(); i++) {
      pane.user(i).remove(pane.bucket(i));
    }
    for (int i = 0; i < pane.size(); i++) {
      UserLatencies user = pane.user(i);
      user.looked = Long.MIN_VALUE;
      look(user, tick);
      if (user.isEmpty()) {
        users.remove(user.user);
      }
    }
    pane.clear();
  }

  private void look(UserLatencies user, long tick) {
    if (user.looked == tick) {
      return;
    }
    user.looked = tick;
    boolean holds = !user.isEmpty() && Buckets.middle(user.bucket()) > limitMicros;
    if (holds != user.firing) {
      user.firing = holds;
      alarm.changed(0, user.user, tick, holds);
    }
  }
}
