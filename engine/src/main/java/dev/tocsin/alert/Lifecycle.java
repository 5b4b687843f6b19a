package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.match.Aspect;
import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.Group;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Turns what is decided of conditions into alerts, with Prometheus' semantics:
 *
 * <ul>
 *   <li>a condition true at a tick begins a pending alert at that tick; it fires at the first tick
 *       that is {@code for} or more later, so {@code for: 0} fires at once;
 *   <li>pending and not true: gone at once; the next truth starts from zero;
 *   <li>firing and not true: it goes on firing as long as {@code resolve_when} is given and not
 *       true for a group that is remembered, and then for {@code keep_firing_for} from the first
 *       tick at which it might resolve; a truth in between clears that clock;
 *   <li>true again after a resolve: a new alert;
 *   <li>unknown for lack of data: as {@code no_data} says. With {@code keep} nothing changes and
 *       clocks stand; with {@code alert} an alert of its own lives as long as the condition is
 *       unknown, with the rule's {@code for} and without {@code keep_firing_for};
 *   <li>firing, and {@code for} was raised above the time that it has been true: pending again.
 * </ul>
 *
 * Only stamps count, not the number of ticks. Confined to one thread.
 */
public final class Lifecycle {
  /** Stands for "never" in {@link #nextDue}. */
  public static final long NEVER = Long.MAX_VALUE;

  private final List<AlertRule> rules;
  private final Decided decided;
  private final TreeMap<AlertKey, AlertLife> alerts = new TreeMap<>();

  /** When alerts are to be looked at although nothing is decided anew. */
  private final PriorityQueue<Clock> clocks =
      new PriorityQueue<>(Comparator.comparingLong(Clock::time));

  private record Clock(long time, AlertKey key) {}

  /**
   * @param rules by their place in the plan
   */
  public Lifecycle(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
    this.decided = new Decided(this.rules);
  }

  /**
   * Moves every alert to a tick.
   *
   * @param tick later than the last one
   * @param truths the alerts whose condition is true at this tick; of all others it is false
   * @return what changed, by rule, then group
   */
  public List<StateChange> step(long tick, Set<AlertKey> truths) {
    Set<Breach> now = new LinkedHashSet<>();
    truths.forEach(key -> now.add(new Breach(key.rule(), key.group())));
    List<Breach> began = now.stream().filter(each -> !decided.all().contains(each)).toList();
    List<Breach> ended = decided.all().stream().filter(each -> !now.contains(each)).toList();
    return step(tick, new Decision(began, ended));
  }

  /**
   * Moves every alert to a tick. Costs what changes and whose clocks run out, however many alerts
   * live.
   *
   * @param tick later than the last one
   * @param decision what has been decided otherwise since the last step
   * @return what changed, by rule, then group
   */
  public List<StateChange> step(long tick, Decision decision) {
    decided.change(decision);
    Set<AlertKey> looked = new TreeSet<>();
    Stream.concat(decision.began().stream(), decision.ended().stream())
        .forEach(breach -> concerned(breach, looked));
    while (!clocks.isEmpty() && clocks.element().time() <= tick) {
      looked.add(clocks.remove().key());
    }
    List<StateChange> changes = new ArrayList<>();
    for (AlertKey key : looked) {
      if (tick % rules.get(key.rule()).tickNanos() == 0) {
        look(key, tick, changes);
      } else {
        due(key, tick);
      }
    }
    return changes;
  }

  /** Adds the alerts for which it matters. */
  private void concerned(Breach breach, Set<AlertKey> looked) {
    AlertRule rule = rules.get(breach.rule());
    AlertKey key = new AlertKey(breach.rule(), breach.group());
    if (breach.aspect() == Aspect.RESOLVES) {
      List<String> dimensions = breach.group().dimensions();
      of(breach.rule()).keySet().stream()
          .filter(alert -> alert.group().project(dimensions).equals(breach.group()))
          .forEach(looked::add);
      return;
    }
    looked.add(key);
    if (breach.aspect() == Aspect.UNKNOWN && rule.noData() == NoData.ALERT) {
      looked.add(key.of(AlertKind.NO_DATA));
    }
  }

  /** The alerts of a rule. */
  private Map<AlertKey, AlertLife> of(int rule) {
    return alerts.subMap(new AlertKey(rule, Group.ALL), new AlertKey(rule + 1, Group.ALL));
  }

  private void look(AlertKey key, long tick, List<StateChange> changes) {
    AlertRule rule = rules.get(key.rule());
    Truth truth = decided.truth(key);
    AlertLife known = alerts.get(key);
    if (known == null && truth != Truth.TRUE) {
      return;
    }
    AlertLife alert = known == null ? new AlertLife() : known;
    AlertState before = alert.state();
    boolean keeps = key.kind() == AlertKind.CONDITION;
    long due = alert.step(truth, tick, rule.forNanos(), keeps ? rule.keepFiringForNanos() : 0);
    if (due != NEVER) {
      due(key, due);
    }
    if (alert.state() == AlertState.INACTIVE) {
      alerts.remove(key);
    } else if (known == null) {
      alerts.put(key, alert);
    }
    if (alert.state() != before) {
      changes.add(new StateChange(key, tick, alert.activation(), before, alert.state()));
    }
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
            alerts.put(key.at(rule), alert);
          } else {
            gone.add(
                new StateChange(key, tick, alert.activation(), alert.state(), AlertState.INACTIVE));
          }
        });
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
    return gone;
  }

  /** Writes the living alerts so that a lifecycle of equal rules can {@link #readFrom} them. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(alerts.size());
    for (Map.Entry<AlertKey, AlertLife> entry : alerts.entrySet()) {
      entry.getKey().writeTo(out);
      entry.getValue().writeTo(out);
    }
  }

  /**
   * Takes over alerts that were written; their clocks are looked at in the next tick.
   *
   * @param tick the last one
   */
  public void readFrom(DataInput in, long tick) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      alerts.put(AlertKey.read(in), AlertLife.read(in));
    }
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
  }

  /** Every living alert as a change from nothing to its state, by rule, then group. */
  public List<StateChange> living() {
    List<StateChange> living = new ArrayList<>();
    alerts.forEach(
        (key, alert) -> {
          long activation = alert.activation();
          living.add(
              new StateChange(key, activation, activation, AlertState.INACTIVE, alert.state()));
        });
    return living;
  }

  /**
   * The earliest time at which a clock runs out if no condition changes, or {@link #NEVER}; not
   * aligned to ticks.
   */
  public long nextDue() {
    return clocks.isEmpty() ? NEVER : clocks.element().time();
  }

  /** At the first tick of its rule at which a time has come. */
  private void due(AlertKey key, long time) {
    long every = rules.get(key.rule()).tickNanos();
    clocks.add(new Clock(Math.floorDiv(time + every - 1, every) * every, key));
  }
}
