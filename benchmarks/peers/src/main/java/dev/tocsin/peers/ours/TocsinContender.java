package dev.tocsin.peers.ours;

import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The engine end to end, Drools and lifecycle included, on one thread and without the queue. */
public final class TocsinContender implements Contender, EngineOutput {
  private final Engine engine;
  private final Map<String, Integer> rules;
  private final Alarm alarm;

  /** Of a set of rules. */
  public TocsinContender(RuleSet rules, Alarm alarm) {
    this(Rules.parse("rules", rules.yaml()), indexes(rules), alarm);
  }

  /**
   * Of a plan.
   *
   * @param rules the number by which the alarm knows each rule
   */
  public TocsinContender(Plan plan, Map<String, Integer> rules, Alarm alarm) {
    this.rules = Map.copyOf(rules);
    this.alarm = alarm;
    this.engine =
        new Engine(
            plan,
            DroolsMatcher::new,
            PriceList.builtIn(),
            EngineLimits.DEFAULT,
            Journal.NONE,
            this);
  }

  private static Map<String, Integer> indexes(RuleSet rules) {
    Map<String, Integer> indexes = new HashMap<>();
    for (Rule rule : rules.rules()) {
      indexes.put(rule.name(), rule.index());
    }
    return indexes;
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    for (int i = from; i < to; i++) {
      engine.arrive(calls[i]);
    }
    engine.apply(new Input.Tick(tick));
  }

  @Override
  public void transition(Transition transition) {
    boolean firing = transition.to() == AlertState.FIRING;
    if (firing || transition.from() == AlertState.FIRING) {
      int rule = Objects.requireNonNull(rules.get(transition.rule()));
      alarm.changed(
          rule,
          String.join(",", transition.group().values()),
          Instants.toNanos(transition.time()),
          firing);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
