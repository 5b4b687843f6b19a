package dev.tocsin.alert;

import dev.tocsin.match.Aspect;
import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.Group;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lifecycle as an engine drives it, with one rule at a place that reloads may change. */
final class LifecycleRun {
  private Lifecycle lifecycle;
  private AlertRule says;
  private int place;
  private long lastTick;
  private Set<Breach> told = new HashSet<>();

  LifecycleRun(AlertRule says) {
    this.says = says;
    this.lifecycle = new Lifecycle(rules());
  }

  int place() {
    return place;
  }

  AlertRule says() {
    return says;
  }

  /** Another rule stands before or behind it, which never has an alert. */
  private List<AlertRule> rules() {
    AlertRule other = new AlertRule(0, 0, 1);
    return place == 0 ? List.of(says, other) : List.of(other, says);
  }

  /** Only what is new is told, and only when something is new or due; at ticks of the rule. */
  List<StateChange> tick(long tick, Map<Group, NaiveLife.Look> looks) {
    lastTick = tick;
    Decision decision = Decision.NONE;
    if (tick % says.tickNanos() == 0) {
      Set<Breach> now = breaches(looks);
      decision = new Decision(without(now, told), without(told, now));
      told = now;
    }
    return decision.isEmpty() && lifecycle.nextDue() > tick
        ? List.of()
        : lifecycle.step(tick, decision, key -> value(looks, key));
  }

  private static double value(Map<Group, NaiveLife.Look> looks, AlertKey key) {
    NaiveLife.Look look = looks.get(key.group());
    return look == null ? Double.NaN : look.value();
  }

  private static List<Breach> without(Set<Breach> some, Set<Breach> others) {
    return some.stream().filter(each -> !others.contains(each)).toList();
  }

  private Set<Breach> breaches(Map<Group, NaiveLife.Look> looks) {
    Set<Breach> now = new HashSet<>();
    looks.forEach(
        (group, look) -> {
          if (look.truth() == null) {
            now.add(new Breach(place, Aspect.UNKNOWN, group));
          } else if (look.truth()) {
            now.add(new Breach(place, group));
            if (look.level() > 0) {
              now.add(new Breach(place, Aspect.WORSE, group));
            }
            if (look.level() > 1) {
              now.add(new Breach(place, Aspect.WORST, group));
            }
          }
          if (look.remembered()) {
            now.add(new Breach(place, Aspect.REMEMBERED, group));
          }
          if (look.resolves() && says.resolvesBy().isPresent()) {
            Group of = group.project(says.resolvesBy().get());
            now.add(new Breach(place, Aspect.RESOLVES, of));
          }
        });
    return now;
  }

  /** Written down and read again; what is decided is found out anew. */
  void restart() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lifecycle.writeTo(new DataOutputStream(bytes));
      lifecycle = new Lifecycle(rules());
      lifecycle.readFrom(
          new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), lastTick);
      told = new HashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule says something else, at another place. */
  void reload(AlertRule other, int otherPlace) {
    int before = place;
    says = other;
    place = otherPlace;
    Lifecycle next = new Lifecycle(rules());
    next.adopt(lifecycle, rule -> rule == before ? otherPlace : -1, lastTick);
    lifecycle = next;
    told = new HashSet<>();
  }
}
