package dev.tocsin.alert;

import dev.tocsin.api.AlertReason;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.match.Aspect;
import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is decided of the rules at the moment, and what that means for their alerts. */
final class Decided {
  private final List<AlertRule> rules;
  private final Set<Breach> held = new HashSet<>();

  Decided(List<AlertRule> rules) {
    this.rules = rules;
  }

  void change(Decision decision) {
    decision.ended().forEach(held::remove);
    held.addAll(decision.began());
  }

  /** All that is decided. */
  Set<Breach> all() {
    return held;
  }

  /** How an alert's condition stands; that of an alert about no data is that there is none. */
  Truth truth(AlertKey key) {
    AlertRule rule = rules.get(key.rule());
    if (key.reason() == AlertReason.NO_DATA) {
      boolean asked = rule.noData() == NoData.ALERT;
      return asked && is(Aspect.UNKNOWN, key) ? Truth.TRUE : Truth.NOT_TRUE;
    }
    if (is(Aspect.HOLDS, key)) {
      return Truth.TRUE;
    }
    if (rule.noData() == NoData.KEEP && is(Aspect.UNKNOWN, key)) {
      return Truth.STANDING;
    }
    if (rule.noData() == NoData.FIRE && is(Aspect.UNKNOWN, key)) {
      return Truth.TRUE;
    }
    return waits(key, rule) ? Truth.WAITING : Truth.NOT_TRUE;
  }

  /** The severity of an alert whose condition is true, or less than 0 where it cannot be told. */
  int level(AlertKey key) {
    if (is(Aspect.WORST, key)) {
      return 2;
    }
    if (is(Aspect.WORSE, key)) {
      return 1;
    }
    return rules.get(key.rule()).noData() == NoData.FIRE && is(Aspect.UNKNOWN, key) ? -1 : 0;
  }

  private boolean waits(AlertKey key, AlertRule rule) {
    return rule.resolvesBy().isPresent()
        && !held.contains(
            new Breach(key.rule(), Aspect.RESOLVES, key.group().project(rule.resolvesBy().get())))
        && (!rule.forgets() || is(Aspect.REMEMBERED, key));
  }

  private boolean is(Aspect aspect, AlertKey key) {
    return held.contains(new Breach(key.rule(), aspect, key.group()));
  }
}
