package dev.tocsin.core;

import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Score;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.Measured;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.price.PriceList;
import dev.tocsin.route.Router;
import dev.tocsin.sample.EvidenceSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

  /** So many of the calls that wait for scores are looked at for evidence. */
  private static final int MOST_LOOKED_AT = 50_000;

  private final long tickNanos;
  private final long latenessNanos;
  private final Journal journal;
  private final ConditionMatcher.Factory matchers;
  private final int maxGroups;
  private final CallIntake calls;
  private final ScoreFolds scores;
  private final Notifications notifications;
  private final EarlyEvents early;

  private final Consumer<Event> folding = this::fold;
  private final UnaryOperator<Call> remembering = this::remembered;
  private final Runnable folds = this::foldBatch;
  private RunningPlan running;
  private long lastTick = NOT_STARTED;
  private long arrivals;
  private long late;
  private long ruleErrors;
  private final Set<String> inError = new TreeSet<>();

  /**
   * @param plan the rules
   * @param matchers make what decides their conditions
   * @param prices for calls without a recorded cost
   * @param limits bounds of memory and patience
   * @param journal takes every input before it is applied
   * @param output takes what comes of it
   */
  public Engine(
      Plan plan,
      ConditionMatcher.Factory matchers,
      PriceList prices,
      EngineLimits limits,
      Journal journal,
      EngineOutput output) {
    this.tickNanos = plan.tickNanos();
    this.latenessNanos = limits.allowedLateness().toNanos();
    this.journal = journal;
    this.matchers = matchers;
    this.maxGroups = limits.maxGroups();
    this.calls = new CallIntake(tickNanos, prices, limits, output);
    this.scores = new ScoreFolds(calls.index(), calls.recent());
    this.notifications = new Notifications(plan, output);
    this.early = new EarlyEvents(tickNanos);
    this.running = next(plan);
  }

  private RunningPlan next(Plan plan) {
    EvidenceSearch search =
        new EvidenceSearch(
            plan, calls.recent(), visitor -> calls.index().newest(MOST_LOOKED_AT, visitor));
    return new RunningPlan(plan, matchers.of(plan), maxGroups, calls.batch(), search);
  }

  /** Applies the next input. */
  public void apply(Input input) {
    if (input instanceof Input.Arrival arrival) {
      arrive(arrival.event());
      return;
    }
    if (!(input instanceof Input.Tick)) {
      flush();
    }
    journal.append(input);
    if (input instanceof Input.Tick tick) {
      tick(tick.nanos());
    } else if (input instanceof Input.Gauges gauges) {
      gauges.values().forEach(running.aggregates()::gauge);
    } else if (input instanceof Input.Reload reload) {
      reload(reload.plan());
    } else if (input instanceof Input.Erase erase) {
      erase(erase.user());
    } else {
      notifications.apply(input);
    }
  }

  /** What is told of the alerts; changed by {@link #apply} alone. */
  public Router router() {
    return notifications.router();
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
   * it may be left out. Messages that are due then are not counted: {@link Router#nextDue}.
   */
  public long nextDue() {
    if (lastTick == NOT_STARTED) {
      return NEVER;
    }
    if (!calls.isEmpty()) {
      return lastTick + tickNanos;
    }
    long due =
        Math.min(running.aggregates().nextDue(lastTick), ceilToTick(running.lifecycle().nextDue()));
    due = Math.min(due, ceilToTick(running.overflow().nextDue()));
    due = Math.min(due, early.nextDue());
    return due == NEVER ? NEVER : Math.max(due, lastTick + tickNanos);
  }

  /** The rules at work. */
  public Plan plan() {
    return running.plan();
  }

  /** The alerts that are pending or firing, by rule, then group. */
  public List<Alert> alerts() {
    flush();
    return running.alerts(lastTick).stream()
        .map(alert -> alert.with(router().acknowledgement(alert.key())))
        .toList();
  }

  /** How an alert of a condition stands as of the last tick; costs a walk over recent calls. */
  public AlertStanding standing(RulePlan rule, Group group) {
    flush();
    return running.standing(rule, group, lastTick);
  }

  /** How the comparisons of a rule stand for a group as of the last tick, in source order. */
  public List<ComparisonStanding> comparisons(RulePlan rule, Group group) {
    flush();
    return running.report().comparisons(new AlertKey(rule.index(), group));
  }

  /** What every term of the rules reads as of the last tick, by term, then group. */
  public List<Reading> readings() {
    flush();
    return running.readings();
  }

  /** Rules of which no term has ever seen data, in the order of the file. */
  public List<String> rulesWithoutData() {
    flush();
    return running.rulesWithoutData();
  }

  /** Rules whose last change could not be told in full, by name. Not a part of the state. */
  public List<String> rulesInError() {
    return List.copyOf(inError);
  }

  /** What was counted so far. */
  public EngineCounters counters() {
    flush();
    long repeats = calls.duplicates() + scores.duplicates();
    return new EngineCounters(
        arrivals - repeats - late,
        late,
        repeats,
        scores.orphans(),
        calls.unpriced(),
        running.aggregates().overflowed(),
        calls.unfolded(),
        ruleErrors + notifications.errors());
  }

  /**
   * Writes all state between two inputs. An engine of the same rules and limits that {@link
   * #readFrom}s it goes on as this one would.
   */
  public void writeTo(ByteOutput out) throws IOException {
    flush();
    out.writeLong(lastTick);
    out.writeLong(arrivals);
    out.writeLong(late);
    scores.writeTo(out);
    early.writeTo(out);
    calls.writeTo(out);
    running.writeTo(out);
    notifications.writeTo(out);
  }

  /** Takes over state that was written; this engine must be new. */
  public void readFrom(ByteInput in) throws IOException {
    lastTick = in.readLong();
    arrivals = in.readLong();
    late = in.readLong();
    scores.readFrom(in);
    early.readFrom(in);
    calls.readFrom(in);
    running.readFrom(in, lastTick);
    notifications.readFrom(in);
  }

  @Override
  public void close() {
    running.matcher().close();
    notifications.close();
  }

  /**
   * Applies the arrival of an event, as {@link #apply} does, without an object for the input. The
   * texts of a call are kept only until it is {@link EngineOutput#accepted}.
   */
  public void arrive(Event event) {
    journal.arrival(event);
    arrivals++;
    long stamp = event.timeNanos();
    if (lastTick == NOT_STARTED) {
      start(Math.floorDiv(stamp, tickNanos) * tickNanos);
    }
    if (stamp < lastTick - latenessNanos) {
      late++;
    } else if (stamp >= lastTick + tickNanos) {
      early.add(event);
    } else if (event instanceof Call call) {
      fold(call, stamp);
    } else {
      fold(event);
    }
  }

  private void start(long tick) {
    lastTick = tick;
    running.aggregates().begin(tick);
  }

  private void reload(Plan plan) {
    RunningPlan next = next(plan);
    List<StateChange> gone = next.adopt(running, lastTick);
    for (StateChange change : gone) {
      notifications.tell(report(change));
    }
    notifications.tell(next.overflow().adopt(running.overflow(), lastTick));
    running.matcher().close();
    running = next;
    notifications.reload(plan);
    inError.clear();
    if (lastTick != NOT_STARTED) {
      running.aggregates().begin(lastTick);
    }
  }

  /**
   * Forgets the groups of a user and what is remembered of the user's calls. What was folded into
   * other groups stays there. Alerts of the groups end.
   */
  private void erase(String user) {
    calls.erase(user);
    early.erase(user);
    Predicate<Group> gone = group -> group.isOf(user);
    List<Transition> ends =
        running.lifecycle().erase(gone, lastTick).stream().map(this::report).toList();
    notifications.erase(user, ends);
    RunningPlan next = next(plan());
    try {
      next.adoptWithout(running, gone, lastTick);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of memory there is none
    }
    running.matcher().close();
    running = next;
  }

  private void tick(long tick) {
    if (tick <= lastTick) {
      return; // time does not go back
    }
    if (lastTick == NOT_STARTED) {
      running.aggregates().begin(tick);
    }
    notifications.before(tick);
    early.until(tick, folding);
    flush();
    lastTick = tick;
    calls.index().expire(tick);
    running.aggregates().tick(tick, running.gate());
    decide(tick);
    notifications.tell(running.overflow().step(tick));
    notifications.at(tick);
  }

  private void decide(long tick) {
    Decision decision = running.gate().changed() ? running.matcher().decide() : Decision.NONE;
    if (decision.isEmpty() && running.lifecycle().nextDue() > tick) {
      return;
    }
    for (StateChange change :
        running.lifecycle().step(tick, decision, running.report()::exceedance)) {
      notifications.tell(report(change));
    }
  }

  /** What goes wrong with one rule keeps nothing of the others back, and its alert goes on. */
  private Transition report(StateChange change) {
    String rule = running.plan().rules().get(change.key().rule()).name();
    inError.remove(rule);
    Evidence evidence = running.report().evidence(change, e -> inError(rule));
    try {
      return running.report().of(change, evidence);
    } catch (RuntimeException | StackOverflowError e) {
      inError(rule);
      return running.report().bare(change, "the rule is in error: " + e);
    }
  }

  private void inError(String rule) {
    ruleErrors++;
    inError.add(rule);
  }

  private void fold(Event event) {
    if (event instanceof Call call) {
      fold(call, call.timeNanos());
      return;
    }
    flush();
    if (event instanceof Score score) {
      scores.fold(score, running.aggregates());
    } else if (event instanceof Measure measure) {
      running.aggregates().fold(new Measured(measure));
    }
    // deployments are inputs that no fold of today's language reads
  }

  private void fold(Call call, long stamp) {
    if (!calls.batch().takes(stamp)) {
      flush();
    }
    calls.batch().add(call, stamp);
  }

  /**
   * Takes in the calls that have arrived, so that {@link EngineOutput#accepted} hears of them:
   * prices them, drops repeats, and folds the rest. Whatever looks at the engine does so by itself.
   */
  public void flush() {
    if (!calls.isEmpty()) {
      calls.flush(remembering, folds);
    }
  }

  private void foldBatch() {
    running.aggregates().foldBatch();
  }

  /** What a score that comes later may need of a call. */
  private Call remembered(Call call) {
    return call.withoutTexts().withAttributes(running.attributesRead());
  }

  private long ceilToTick(long nanos) {
    return nanos == NEVER ? NEVER : Math.floorDiv(nanos + tickNanos - 1, tickNanos) * tickNanos;
  }
}
