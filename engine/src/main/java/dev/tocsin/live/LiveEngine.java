package dev.tocsin.live;

import dev.tocsin.api.Alert;
import dev.tocsin.api.Call;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineCounters;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.price.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An engine inside a service. {@link #record} hands an event over and returns; the rest happens on
 * the engine's own thread, or on the thread that ticks by hand. One lock guards the engine; the
 * threads that record never take it.
 */
public final class LiveEngine implements EngineOutput, AutoCloseable {
  /** How often a recording thread looks for a place in a full queue, where it is to wait. */
  private static final long WAIT_NANOS = 50_000L;

  private final LiveSettings settings;
  private final boolean waits; // here, so that record touches one object less
  private final EventQueue queue;

  /** Fair, or the engine's thread, busy with a full queue, would let nobody else in. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Engine engine;
  private final Workers judges;
  private final Workers couriers;
  private final Evaluations evaluations;
  private final Deliveries deliveries;
  private final Heart heart;
  private final @Nullable EngineThread thread;

  /** No event may be stamped later; as of the last time the queue was emptied. */
  private long latest;

  private long lastId;
  private Set<String> scoresRead;
  private Map<String, List<String>> actions;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean closed;

  /** Nothing is taken any more: what came too late for the last tick stays in the queue. */
  private volatile boolean ended;

  private volatile long early;
  private volatile long ruleErrors;
  private volatile long lastTickMicros;
  private volatile long lastTick = Engine.NOT_STARTED;

  /** Starts the engine, and its thread unless it is ticked by hand. */
  public LiveEngine(
      Plan plan,
      ConditionMatcher.Factory matchers,
      PriceList prices,
      Journal journal,
      Plugins plugins,
      LiveSettings settings) {
    this.settings = settings;
    this.waits = settings.blockWhenFull();
    this.scoresRead = plan.scoresRead();
    this.actions = actions(plan);
    this.queue = new EventQueue(settings.queueCapacity());
    this.judges = new Workers(settings.byHand());
    this.couriers = new Workers(settings.byHand());
    this.evaluations =
        new Evaluations(plugins.evaluators(), judges, this::scoreStamp, queue::offer);
    this.deliveries = new Deliveries(plugins, couriers);
    this.heart = new Heart(settings.heartbeat());
    this.engine = new Engine(plan, matchers, prices, settings.limits(), journal, this);
    this.thread = settings.byHand() ? null : EngineThread.start(this, settings.evaluationDelay());
  }

  /**
   * Hands an event over. Never blocks, never throws.
   *
   * @return false when it was dropped: the queue is full or the engine closed
   */
  public boolean record(@Nullable Event event) {
    if (event == null || closed) {
      queue.drop();
      return false;
    }
    return waits ? wait(event) : queue.offer(event);
  }

  /** Takes what was recorded and runs every tick up to a time that has not run yet. */
  public void tick(Instant time) {
    turn(Instants.toNanos(time));
  }

  /** Puts other rules in place of the present ones; what is folded alike keeps its state. */
  public void reload(Plan plan) {
    lock.lock();
    try {
      engine.apply(new Input.Reload(plan));
      scoresRead = plan.scoresRead();
      actions = actions(plan);
    } finally {
      lock.unlock();
    }
  }

  /** The rules at work. */
  public Plan plan() {
    lock.lock();
    try {
      return engine.plan();
    } finally {
      lock.unlock();
    }
  }

  /** The alerts that are pending or firing now. */
  public List<Alert> alerts() {
    lock.lock();
    try {
      return engine.alerts();
    } finally {
      lock.unlock();
    }
  }

  /** What every term reads as of the last tick. */
  public List<Reading> readings() {
    lock.lock();
    try {
      return engine.readings();
    } finally {
      lock.unlock();
    }
  }

  /** Adds a listener; it sees what changes from now on. */
  public void listen(TransitionListener listener) {
    deliveries.listen(listener);
  }

  /** How the engine fares. */
  public EngineHealth health() {
    EngineCounters counters;
    List<String> inError;
    lock.lock();
    try {
      counters = engine.counters();
      inError = engine.rulesInError();
    } finally {
      lock.unlock();
    }
    return new EngineHealth(
        queue.size(),
        queue.capacity(),
        counters.accepted(),
        queue.dropped() + (ended ? queue.size() : 0),
        counters.late(),
        early,
        counters.duplicates(),
        counters.orphanScores(),
        counters.unpriced(),
        counters.overflowed(),
        ruleErrors + counters.ruleErrors(),
        evaluations.failures(),
        evaluations.dropped(),
        deliveries.channelFailures(),
        deliveries.channelDropped(),
        deliveries.actionFailures(),
        deliveries.listenerFailures(),
        Duration.ofNanos(lastTickMicros * 1_000),
        lastTick == Engine.NOT_STARTED ? null : Instants.ofNanos(lastTick),
        inError);
  }

  @Override
  public void transition(Transition transition) {
    deliveries.transition(transition, actions.getOrDefault(transition.rule(), List.of()));
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    evaluations.offer(call, scoresRead);
  }

  /**
   * Takes no more events, lets evaluators finish, decides a last time on everything that was
   * recorded, and lets channels and listeners finish; each for a bounded time. More than once, and
   * from more than one thread, is harmless.
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    closed = true;
    if (thread != null) {
      thread.close();
    }
    Instant now = settings.clock().instant();
    tick(now);
    judges.close(settings.closePatience());
    tick(now.plusNanos(engine.tickNanos()));
    ended = true;
    couriers.close(settings.closePatience());
    deliveries.closeChannels();
    lock.lock();
    try {
      engine.close();
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #tick}.
   *
   * @param until nanoseconds since the epoch
   * @return how many events were taken; as many as {@link #queueCapacity} when more may wait
   */
  int turn(long until) {
    lock.lock();
    try {
      return advance(until);
    } finally {
      lock.unlock();
    }
  }

  /** How many events may wait. */
  int queueCapacity() {
    return queue.capacity();
  }

  /** The time by the engine's clock, in nanoseconds since the epoch. */
  long now() {
    return Instants.toNanos(settings.clock().instant());
  }

  /** In line a score is as old as its call; from a worker it comes when it comes. */
  private long scoreStamp(Call judged) {
    return settings.byHand() ? judged.timeNanos() : now();
  }

  private boolean wait(Event event) {
    while (!queue.put(event)) {
      if (closed) {
        queue.drop();
        return false;
      }
      LockSupport.parkNanos(WAIT_NANOS);
    }
    return true;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private int advance(long until) {
    int taken = drain();
    if (settings.byHand()) {
      taken += drain(); // what evaluators have said in line
    }
    long target = Math.floorDiv(until, engine.tickNanos()) * engine.tickNanos();
    if (engine.lastTick() != Engine.NOT_STARTED && target <= engine.lastTick()) {
      return taken; // not due yet, or the clock has stepped back
    }
    long began = System.nanoTime();
    try {
      engine.apply(new Input.Gauges(Gauges.of(health(), engine.plan())));
      for (long due = engine.nextDue(); due < target; due = engine.nextDue()) {
        engine.apply(new Input.Tick(due));
      }
      engine.apply(new Input.Tick(target));
    } catch (RuntimeException | StackOverflowError e) {
      ruleErrors++;
    }
    lastTick = target;
    lastTickMicros = (System.nanoTime() - began) / 1_000;
    if (heart.beats(target)) {
      deliveries.heartbeat(Instants.ofNanos(target), health());
    }
    return taken;
  }

  private int drain() {
    latest = now() + settings.maxAhead().toNanos();
    int taken = queue.drain(this::arrive);
    if (taken > 0 && !evaluations.isEmpty()) {
      flush();
    }
    return taken;
  }

  /** Lets evaluators hear of calls before their tick. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private void flush() {
    try {
      engine.flush();
    } catch (RuntimeException | StackOverflowError e) {
      ruleErrors++;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private void arrive(Event event) {
    if (event.timeNanos() > latest) {
      early++;
      return;
    }
    try {
      engine.arrive(evaluations.isEmpty() ? withoutTexts(event) : withId(event));
    } catch (RuntimeException | StackOverflowError e) {
      ruleErrors++;
    }
  }

  private static Map<String, List<String>> actions(Plan plan) {
    return plan.rules().stream().collect(Collectors.toMap(RulePlan::name, RulePlan::actions));
  }

  private static Event withoutTexts(Event event) {
    return event instanceof Call call ? call.withoutTexts() : event;
  }

  /** Verdicts of evaluators refer to the call by its id. */
  private Event withId(Event event) {
    return event instanceof Call call && call.id() == null
        ? call.toBuilder().id("tocsin-" + ++lastId).build()
        : event;
  }
}
