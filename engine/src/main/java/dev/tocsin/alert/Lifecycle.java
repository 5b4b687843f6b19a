package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * Turns conditions that are true into alerts, with Prometheus' semantics:
 *
 * <ul>
 *   <li>a condition true at a tick begins a pending alert at that tick; it fires at the first tick
 *       that is {@code for} or more later, so {@code for: 0} fires at once;
 *   <li>pending and not true: gone at once; the next truth starts from zero;
 *   <li>firing and not true: it goes on firing for {@code keep_firing_for} from the first such
 *       tick; a truth in between clears that clock;
 *   <li>true again after a resolve: a new alert.
 * </ul>
 *
 * Only stamps count, not the number of ticks. Confined to one thread.
 */
public final class Lifecycle {
  /** Stands for "never" in {@link #nextDue}. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NOT_FALSE = Long.MIN_VALUE;

  private final List<AlertRule> rules;
  private final Map<AlertKey, Alert> alerts = new TreeMap<>();

  /** Whose condition is true. */
  private final Set<AlertKey> held = new HashSet<>();

  /** When alerts are to be looked at although their condition does not change. */
  private final PriorityQueue<Clock> clocks =
      new PriorityQueue<>(Comparator.comparingLong(Clock::time));

  private record Clock(long time, AlertKey key) {}

  private static final class Alert {
    private final long activation;
    private AlertState state = AlertState.PENDING;
    private long falseSince = NOT_FALSE;

    private Alert(long activation) {
      this.activation = activation;
    }
  }

  /**
   * @param rules by their place in the plan
   */
  public Lifecycle(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Moves every alert to a tick.
   *
   * @param tick later than the last one
   * @param truths the alerts whose condition is true at this tick
   * @return what changed, by rule, then group
   */
  public List<StateChange> step(long tick, Set<AlertKey> truths) {
    List<AlertKey> began = truths.stream().filter(key -> !held.contains(key)).toList();
    List<AlertKey> ended = held.stream().filter(key -> !truths.contains(key)).toList();
    return step(tick, began, ended);
  }

  /**
   * Moves every alert to a tick. Costs what changes and whose clocks run out, however many alerts
   * live.
   *
   * @param tick later than the last one
   * @param began the alerts whose condition has become true since the last step
   * @param ended the alerts whose condition is true no longer
   * @return what changed, by rule, then group
   */
  public List<StateChange> step(long tick, Collection<AlertKey> began, Collection<AlertKey> ended) {
    held.addAll(began);
    ended.forEach(held::remove);
    Set<AlertKey> looked = new TreeSet<>(began);
    looked.addAll(ended);
    while (!clocks.isEmpty() && clocks.element().time() <= tick) {
      looked.add(clocks.remove().key());
    }
    List<StateChange> changes = new ArrayList<>();
    for (AlertKey key : looked) {
      Alert alert = alerts.get(key);
      if (tick % rules.get(key.rule()).tickNanos() != 0) {
        due(key, tick);
      } else if (held.contains(key)) {
        holds(key, tick, changes);
      } else if (alert != null) {
        fails(key, alert, tick, changes);
      }
    }
    return changes;
  }

  /**
   * Takes over the living alerts of another lifecycle.
   *
   * @param other not to be used any more
   * @param newRule the place here of a rule there, or -1 for one that is gone
   * @return the alerts of rules that are gone, with their states, by rule, then group
   */
  public List<StateChange> adopt(Lifecycle other, IntUnaryOperator newRule, long tick) {
    List<StateChange> gone = new ArrayList<>();
    other.alerts.forEach(
        (key, alert) -> {
          int rule = newRule.applyAsInt(key.rule());
          if (rule >= 0) {
            alerts.put(new AlertKey(rule, key.group()), alert);
          } else {
            gone.add(
                new StateChange(key, tick, alert.activation, alert.state, AlertState.INACTIVE));
          }
        });
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
    return gone;
  }

  /** Writes the living alerts so that a lifecycle of equal rules can {@link #readFrom} them. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(alerts.size());
    for (Map.Entry<AlertKey, Alert> entry : alerts.entrySet()) {
      entry.getKey().writeTo(out);
      Alert alert = entry.getValue();
      out.writeLong(alert.activation);
      out.writeUTF(alert.state.name());
      out.writeLong(alert.falseSince);
    }
  }

  /**
   * Takes over alerts that were written; their clocks are looked at in the next tick.
   *
   * @param tick the last one
   */
  public void readFrom(DataInput in, long tick) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      AlertKey key = AlertKey.read(in);
      Alert alert = new Alert(in.readLong());
      alert.state = AlertState.valueOf(in.readUTF());
      alert.falseSince = in.readLong();
      alerts.put(key, alert);
    }
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
  }

  /** Every living alert as a change from nothing to its state, by rule, then group. */
  public List<StateChange> living() {
    return alerts.entrySet().stream()
        .map(
            e ->
                new StateChange(
                    e.getKey(),
                    e.getValue().activation,
                    e.getValue().activation,
                    AlertState.INACTIVE,
                    e.getValue().state))
        .toList();
  }

  /**
   * The earliest time at which a clock runs out if no condition changes, or {@link #NEVER}; not
   * aligned to ticks.
   */
  public long nextDue() {
    return clocks.isEmpty() ? NEVER : clocks.element().time();
  }

  private void holds(AlertKey key, long tick, List<StateChange> changes) {
    long wait = rules.get(key.rule()).forNanos();
    Alert alert = alerts.get(key);
    AlertState from = alert == null ? AlertState.INACTIVE : alert.state;
    if (alert == null) {
      alert = new Alert(tick);
      alerts.put(key, alert);
    }
    alert.falseSince = NOT_FALSE;
    if (alert.state == AlertState.PENDING) {
      if (tick - alert.activation >= wait) {
        alert.state = AlertState.FIRING;
      } else {
        due(key, alert.activation + wait);
      }
    }
    if (alert.state != from) {
      changes.add(new StateChange(key, tick, alert.activation, from, alert.state));
    }
  }

  private void fails(AlertKey key, Alert alert, long tick, List<StateChange> changes) {
    if (alert.state == AlertState.FIRING) {
      if (alert.falseSince == NOT_FALSE) {
        alert.falseSince = tick;
      }
      long keep = rules.get(key.rule()).keepFiringForNanos();
      if (tick - alert.falseSince < keep) {
        due(key, alert.falseSince + keep);
        return;
      }
    }
    alerts.remove(key);
    changes.add(new StateChange(key, tick, alert.activation, alert.state, AlertState.INACTIVE));
  }

  /** At the first tick of its rule at which a time has come. */
  private void due(AlertKey key, long time) {
    long every = rules.get(key.rule()).tickNanos();
    clocks.add(new Clock(Math.floorDiv(time + every - 1, every) * every, key));
  }
}
