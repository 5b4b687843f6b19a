package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Transition;
import dev.tocsin.core.NaiveFold.Fact;
import dev.tocsin.journal.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The whole engine by the words of its design: keeps every event, and at every tick computes every
 * reading from scratch. Needs every tick as an input.
 */
final class NaiveEngine {
  private static final long TICK = 1_000_000_000L;
  private static final long LATENESS = 30 * TICK;
  private static final long SCORE_LATENESS = 3600 * TICK;

  private final List<NaiveAlerts> rules = new ArrayList<>();
  private final List<Event> waiting = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<List<String>> scored = new HashSet<>();
  private long lastTick = Long.MIN_VALUE;
  long late;
  long duplicates;
  long orphans;
  private final List<Score> orphanScores = new ArrayList<>();

  NaiveEngine(List<RandomRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      this.rules.add(new NaiveAlerts("rule_" + i, rules.get(i)));
    }
  }

  List<Transition> run(List<Input> inputs) {
    List<Transition> transitions = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof Input.Tick tick) {
        tick(tick.nanos(), transitions);
      } else {
        arrive(((Input.Arrival) input).event());
      }
    }
    return transitions;
  }

  private void arrive(Event event) {
    if (lastTick == Long.MIN_VALUE) {
      lastTick = Math.floorDiv(event.timeNanos(), TICK) * TICK;
      rules.forEach(rule -> rule.begin(lastTick));
    }
    if (event.timeNanos() < lastTick - LATENESS) {
      late++;
    } else if (event.timeNanos() < lastTick + TICK) {
      learn(event);
    } else {
      waiting.add(event);
    }
  }

  private void tick(long tick, List<Transition> transitions) {
    if (lastTick == Long.MIN_VALUE) {
      rules.forEach(rule -> rule.begin(tick));
    }
    waiting.sort(Comparator.comparingLong(Event::timeNanos));
    while (!waiting.isEmpty() && waiting.get(0).timeNanos() < tick) {
      learn(waiting.remove(0));
    }
    lastTick = tick;
    rules.forEach(rule -> rule.tick(tick, facts, transitions));
  }

  private void learn(Fact fact) {
    facts.add(fact);
    rules.forEach(rule -> rule.meet(NaiveFold.group(fact.call(), rule.by())));
  }

  private void learn(Event event) {
    if (event instanceof Call call) {
      if (call.id() == null || ids.add(call.id())) {
        learn(new Fact(call.timeNanos(), call, -1));
        call.scores()
            .keySet()
            .forEach(name -> scored.add(List.of(String.valueOf(call.id()), name)));
      } else {
        duplicates++;
      }
    } else if (event instanceof Score score) {
      learn(score);
    }
  }

  private void learn(Score score) {
    for (Fact fact : facts) {
      if (fact.scored() < 0
          && score.call().equals(fact.call().id())
          && fact.stamp() >= lastTick - SCORE_LATENESS) {
        if (scored.add(List.of(score.call(), score.name()))) {
          learn(new Fact(fact.stamp(), fact.call(), score.value()));
        } else {
          duplicates++;
        }
        return;
      }
    }
    for (Score before : orphanScores) {
      if (before.call().equals(score.call())
          && before.name().equals(score.name())
          && before.timeNanos() >= lastTick - SCORE_LATENESS) {
        duplicates++;
        return;
      }
    }
    orphanScores.add(score);
    orphans++;
    Call unknown = Call.atNanos(score.timeNanos()).build();
    learn(new Fact(score.timeNanos(), unknown, score.value()));
  }
}
