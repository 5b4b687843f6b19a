package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.aggregate.CallIndex;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.AlertRule;
import dev.tocsin.alert.Lifecycle;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.event.PricedCall;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.Gate;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules at work. What it does is a function of the sequence of its inputs: no clock is read, no
 * random number drawn. The same inputs give the same transitions, in a service, in a test and from
 * a file. Confined to one thread.
 */
public final class Engine implements AutoCloseable {
  /** Stands for "never" in {@link #nextDue}. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The last tick of an engine that has seen nothing yet. */
  public static final long NOT_STARTED = Long.MIN_VALUE;

  private final long tickNanos;
  private final long latenessNanos;
  private final Journal journal;
  private final PriceList prices;
  private final ConditionMatcher matcher;
  private final Aggregates aggregates;
  private final Gate gate;
  private final Lifecycle lifecycle;
  private final CallIndex calls;
  private final TransitionReport report;
  private final EngineOutput output;
  private final PriorityQueue<Early> early =
      new PriorityQueue<>(
          Comparator.comparingLong((Early e) -> e.event.timeNanos())
              .thenComparingLong(e -> e.number));

  private Set<AlertKey> truths = Set.of();
  private long lastTick = NOT_STARTED;
  private long arrivals;
  private long late;
  private long duplicates;
  private long orphanScores;
  private long unpriced;

  /** An event stamped after the next tick, which must not be seen by it. */
  private record Early(Event event, long number) {}

  /**
   * @param plan the rules
   * @param matcher decides their conditions; closed with the engine
   * @param prices for calls without a recorded cost
   * @param limits bounds of memory and patience
   * @param journal takes every input before it is applied
   * @param output takes what comes of it
   */
  public Engine(
      Plan plan,
      ConditionMatcher matcher,
      PriceList prices,
      EngineLimits limits,
      Journal journal,
      EngineOutput output) {
    this.tickNanos = plan.tickNanos();
    this.latenessNanos = limits.allowedLateness().toNanos();
    this.journal = journal;
    this.prices = prices;
    this.matcher = matcher;
    this.aggregates = new Aggregates(plan, limits.maxGroups());
    this.gate = new Gate(plan, matcher);
    this.lifecycle =
        new Lifecycle(
            plan.rules().stream()
                .map(rule -> new AlertRule(rule.forNanos(), rule.keepFiringForNanos()))
                .toList());
    this.calls = new CallIndex(limits.scoreLateness().toNanos(), limits.rememberedCalls());
    this.report = new TransitionReport(plan, aggregates);
    this.output = output;
  }

  /** Applies the next input. */
  public void apply(Input input) {
    journal.append(input);
    if (input instanceof Input.Tick tick) {
      tick(tick.nanos());
    } else {
      arrive(((Input.Arrival) input).event());
    }
  }

  /** The length of a tick. */
  public long tickNanos() {
    return tickNanos;
  }

  /**
   * The last tick; before the first, the tick boundary at or before the first event, or {@link
   * #NOT_STARTED}.
   */
  public long lastTick() {
    return lastTick;
  }

  /**
   * The next tick at which anything can change if no event comes, or {@link #NEVER}: ticks before
   * it may be left out.
   */
  public long nextDue() {
    if (lastTick == NOT_STARTED) {
      return NEVER;
    }
    long due = Math.min(aggregates.nextDue(lastTick), ceilToTick(lifecycle.nextDue()));
    if (!early.isEmpty()) {
      due = Math.min(due, ceilToTick(early.element().event.timeNanos() + 1));
    }
    return due == NEVER ? NEVER : Math.max(due, lastTick + tickNanos);
  }

  /** What was counted so far. */
  public EngineCounters counters() {
    return new EngineCounters(
        arrivals - duplicates - late,
        late,
        duplicates,
        orphanScores,
        unpriced,
        aggregates.overflowed());
  }

  @Override
  public void close() {
    matcher.close();
  }

  private void arrive(Event event) {
    arrivals++;
    if (lastTick == NOT_STARTED) {
      lastTick = Math.floorDiv(event.timeNanos(), tickNanos) * tickNanos;
    }
    if (event.timeNanos() < lastTick - latenessNanos) {
      late++;
    } else if (event.timeNanos() >= lastTick + tickNanos) {
      early.add(new Early(event, arrivals));
    } else {
      fold(event);
    }
  }

  private void tick(long tick) {
    if (tick <= lastTick) {
      return; // time does not go back
    }
    while (!early.isEmpty() && early.element().event.timeNanos() < tick) {
      fold(early.remove().event);
    }
    lastTick = tick;
    calls.expire(tick);
    aggregates.tick(tick, gate::reading);
    if (gate.changed()) {
      truths =
          matcher.decide().stream()
              .map(breach -> new AlertKey(breach.rule(), breach.group()))
              .collect(Collectors.toUnmodifiableSet());
    } else if (lifecycle.nextDue() > tick) {
      return;
    }
    for (StateChange change : lifecycle.step(tick, truths)) {
      output.transition(report.of(change));
    }
  }

  private void fold(Event event) {
    if (event instanceof Call call) {
      PricedCall priced = new PricedCall(call, prices.costNanoDollars(call));
      if (!calls.add(priced)) {
        duplicates++;
        return;
      }
      if (priced.costNanoDollars() == Event.UNKNOWN) {
        unpriced++;
      }
      output.accepted(priced);
      aggregates.fold(priced);
    } else if (event instanceof Score score) {
      fold(score);
    }
    // deployments and measures are inputs that no fold of today's language reads
  }

  private void fold(Score score) {
    PricedCall judged = calls.find(score.call());
    if (judged != null && !calls.addScore(score.call(), score.name())) {
      duplicates++;
      return;
    }
    if (judged == null) {
      orphanScores++;
    }
    if (score.value() != Event.UNKNOWN) {
      aggregates.foldScore(JudgedCall.of(judged, score), score.name());
    }
  }

  private long ceilToTick(long nanos) {
    return nanos == NEVER ? NEVER : Math.floorDiv(nanos + tickNanos - 1, tickNanos) * tickNanos;
  }
}
