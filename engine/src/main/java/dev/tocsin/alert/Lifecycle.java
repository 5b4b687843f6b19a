package dev.tocsin.alert;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.match.Aspect;
import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.LifePlan;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
 *   <li>with a {@code limit}, at most so many groups are pending or firing. Those keep their place;
 *       free places go to the conditions that are furthest beyond their threshold, then by group.
 *       As long as any waits, one alert about the overflow lives, with the rule's {@code for} and
 *       the worst of their severities;
 *   <li>a severity above the mildest holds as long as its own comparison does; all the rest is said
 *       of the mildest;
 *   <li>that began to fire or stopped as often as {@code flapping} says: it is marked, and held
 *       firing until there are fewer changes in the window;
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
  private final TreeMap<AlertKey, LivingAlert> alerts = new TreeMap<>();

  /** When alerts are to be looked at although nothing is decided anew. */
  private final PriorityQueue<Clock> clocks =
      new PriorityQueue<>(Comparator.comparingLong(Clock::time));

  /** By rule, of rules with a limit. */
  private final Map<Integer, Places> places = new HashMap<>();

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
    return step(tick, new Decision(began, ended), key -> 0);
  }

  /**
   * Moves every alert to a tick. Costs what changes and whose clocks run out, however many alerts
   * live.
   *
   * @param tick later than the last one
   * @param decision what has been decided otherwise since the last step
   * @param exceedance how far a condition is beyond its threshold: who gets a free place first
   * @return what changed, by rule, then group
   */
  public List<StateChange> step(
      long tick, Decision decision, ToDoubleFunction<AlertKey> exceedance) {
    decided.change(decision);
    Set<AlertKey> looked = new TreeSet<>();
    Stream.concat(decision.began().stream(), decision.ended().stream())
        .forEach(breach -> concerned(breach, looked));
    while (!clocks.isEmpty() && clocks.element().time() <= tick) {
      looked.add(clocks.remove().key());
    }
    List<StateChange> changes = new ArrayList<>();
    Set<Integer> crowded = new TreeSet<>();
    for (AlertKey key : looked) {
      if (tick % rules.get(key.rule()).tickNanos() != 0) {
        due(key, tick);
        continue;
      }
      if (key.reason() == AlertReason.OVERFLOW || isLimited(key)) {
        crowded.add(key.rule());
      }
      if (key.reason() != AlertReason.OVERFLOW) {
        look(key, tick, isLimited(key) && !isActive(key), changes);
      }
    }
    for (int rule : crowded) {
      fill(rule, tick, exceedance, changes);
    }
    changes.sort(Comparator.comparing(StateChange::key));
    return changes;
  }

  private boolean isLimited(AlertKey key) {
    return key.reason() == AlertReason.CONDITION
        && rules.get(key.rule()).limit() != LifePlan.NO_LIMIT;
  }

  private boolean isActive(AlertKey key) {
    LivingAlert alert = alerts.get(key);
    return alert != null && alert.shown().isActive();
  }

  /** Gives the free places of a rule, and looks at the alert about those that find none. */
  private void fill(
      int rule, long tick, ToDoubleFunction<AlertKey> exceedance, List<StateChange> changes) {
    long limit = rules.get(rule).limit();
    if (limit != LifePlan.NO_LIMIT && places(rule).size() > 0) {
      long active =
          of(rule).entrySet().stream()
              .filter(entry -> entry.getKey().reason() == AlertReason.CONDITION)
              .filter(entry -> entry.getValue().shown().isActive())
              .count();
      for (AlertKey key : places(rule).first(limit - active, exceedance)) {
        places(rule).leave(key);
        look(key, tick, false, changes);
      }
    }
    look(AlertKey.overflow(rule), tick, false, changes);
  }

  private Places places(int rule) {
    return places.computeIfAbsent(rule, each -> new Places());
  }

  /** Adds the alerts for which it matters. */
  private void concerned(Breach breach, Set<AlertKey> looked) {
    AlertRule rule = rules.get(breach.rule());
    AlertKey key = new AlertKey(breach.rule(), breach.group());
    if (breach.aspect() == Aspect.RESOLVES) {
      List<String> dimensions = breach.group().dimensions();
      of(breach.rule()).keySet().stream()
          .filter(alert -> alert.reason() == AlertReason.CONDITION)
          .filter(alert -> alert.group().project(dimensions).equals(breach.group()))
          .forEach(looked::add);
      return;
    }
    looked.add(key);
    if (breach.aspect() == Aspect.UNKNOWN && rule.noData() == NoData.ALERT) {
      looked.add(key.of(AlertReason.NO_DATA));
    }
  }

  /** The alerts of a rule. */
  private Map<AlertKey, LivingAlert> of(int rule) {
    return alerts.subMap(new AlertKey(rule, Group.ALL), new AlertKey(rule + 1, Group.ALL));
  }

  /**
   * @param waits whether it must wait for a place before it may begin
   */
  private void look(AlertKey key, long tick, boolean waits, List<StateChange> changes) {
    boolean overflow = key.reason() == AlertReason.OVERFLOW;
    Truth truth =
        overflow ? places(key.rule()).size() > 0 ? Truth.TRUE : Truth.NOT_TRUE : decided.truth(key);
    int level = overflow ? places(key.rule()).worst() : decided.level(key);
    boolean enters = waits && truth == Truth.TRUE;
    if (enters) {
      places(key.rule()).enter(key, Math.max(0, level));
    } else if (waits) {
      places(key.rule()).leave(key);
    }
    LivingAlert known = alerts.get(key);
    if (known == null && (enters || truth != Truth.TRUE)) {
      return;
    }
    LivingAlert alert = known == null ? new LivingAlert() : known;
    LivingAlert.Shown before = alert.shown();
    AlertRule rule = rules.get(key.rule()).of(key.reason());
    long due = alert.step(enters ? Truth.NOT_TRUE : truth, level, tick, rule);
    if (due != NEVER) {
      due(key, due);
    }
    if (alert.isOver()) {
      alerts.remove(key);
    } else if (known == null) {
      alerts.put(key, alert);
    }
    LivingAlert.Shown after = alert.shown();
    if (isChange(before, after)) {
      int severity = after.isActive() ? after.level() : before.level();
      changes.add(
          new StateChange(
              key,
              tick,
              before.isActive() ? before.activation() : after.activation(),
              before.state(),
              after.state(),
              severity,
              after.flapping(),
              rest(key)));
    }
  }

  private static boolean isChange(LivingAlert.Shown before, LivingAlert.Shown after) {
    return before.state() != after.state()
        || (after.state() == AlertState.FIRING && !before.equals(after));
  }

  /** How many groups an alert about an overflow stands for. */
  private long rest(AlertKey key) {
    return key.reason() == AlertReason.OVERFLOW ? places(key.rule()).size() : 0;
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
          } else if (alert.shown().isActive()) {
            gone.add(ended(key, tick, alert.shown()));
          }
        });
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
    return gone;
  }

  /**
   * Forgets the alerts of some groups, and whether their conditions hold.
   *
   * @return those that were pending or firing, with their states, by rule, then group
   */
  public List<StateChange> erase(Predicate<Group> groups, long tick) {
    List<StateChange> gone = new ArrayList<>();
    alerts.forEach(
        (key, alert) -> {
          if (groups.test(key.group()) && alert.shown().isActive()) {
            gone.add(ended(key, tick, alert.shown()));
          }
        });
    alerts.keySet().removeIf(key -> groups.test(key.group()));
    return gone;
  }

  /** Writes the living alerts so that a lifecycle of equal rules can {@link #readFrom} them. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(alerts.size());
    for (Map.Entry<AlertKey, LivingAlert> entry : alerts.entrySet()) {
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
      alerts.put(AlertKey.read(in), LivingAlert.read(in));
    }
    alerts.keySet().forEach(key -> clocks.add(new Clock(tick, key)));
  }

  /** Every living alert as a change from nothing to its state, by rule, then group. */
  public List<StateChange> living() {
    List<StateChange> living = new ArrayList<>();
    alerts.forEach(
        (key, alert) -> {
          LivingAlert.Shown shown = alert.shown();
          if (shown.isActive()) {
            living.add(
                new StateChange(
                    key,
                    shown.activation(),
                    shown.activation(),
                    AlertState.INACTIVE,
                    shown.state(),
                    shown.level(),
                    shown.flapping(),
                    rest(key)));
          }
        });
    return living;
  }

  /**
   * The tick at which an alert fires or resolves if its condition stays what it is, or {@link
   * #NEVER}.
   */
  public long due(AlertKey key) {
    LivingAlert alert = alerts.get(key);
    AlertRule rule = rules.get(key.rule()).of(key.reason());
    long due = alert == null ? NEVER : alert.due(rule);
    return due == NEVER ? NEVER : ceil(due, rules.get(key.rule()).tickNanos());
  }

  private static StateChange ended(AlertKey key, long tick, LivingAlert.Shown shown) {
    return new StateChange(
        key, tick, shown.activation(), shown.state(), AlertState.INACTIVE, shown.level(), false, 0);
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
    clocks.add(new Clock(ceil(time, rules.get(key.rule()).tickNanos()), key));
  }

  private static long ceil(long time, long every) {
    return Math.floorDiv(time + every - 1, every) * every;
  }
}
