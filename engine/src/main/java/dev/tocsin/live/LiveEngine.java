package dev.tocsin.live;

import dev.tocsin.action.Outbox;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.Call;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Message;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Durability;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.json.Json;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An engine inside a service. {@link #record} hands an event over and returns; the rest happens on
 * the engine's own thread, or on the thread that ticks by hand. One lock guards the engine; the
 * threads that record never take it.
 */
public final class LiveEngine implements EngineOutput, AutoCloseable {
  private final LiveSettings settings;
  private final Intake intake;

  /** Ticked by hand, and nothing may be lost: there is no thread that could be waited for. */
  private final boolean recordsInLine;

  /** Fair, or the engine's thread, busy with a full queue, would let nobody else in. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Engine engine;
  private final Arrivals arrivals;
  private final Vitals vitals;
  private final @Nullable Persistence persistence;
  private final @Nullable Recovery recovery;
  private final Outbox outbox = new Outbox();

  private final Workers judges;
  private final Workers couriers;
  private final Evaluations evaluations;
  private final Deliveries deliveries;
  private final Listeners listeners;
  private final Wishes wishes;
  private final Ticks ticks;
  private final @Nullable EngineThread thread;

  private RuleTexts rules;

  /** Transitions are those of a journal, which listeners have heard. */
  private boolean replaying;

  /** Transitions are ends of alerts that are erased. */
  private boolean erasing;

  private Set<String> scoresRead;
  private Map<String, List<String>> actions;
  private final AtomicBoolean closing = new AtomicBoolean();

  private volatile long erasureErrors;

  /**
   * Starts the engine, and its thread unless it is ticked by hand.
   *
   * @param texts what the plan was made of
   * @param kept where its state is kept, and is brought back from
   */
  public LiveEngine(
      Plan plan,
      RuleTexts texts,
      ConditionMatcher.Factory matchers,
      PriceList prices,
      Journal journal,
      Optional<Kept> kept,
      Plugins plugins,
      LiveSettings settings) {
    this.settings = settings;
    this.scoresRead = plan.scoresRead();
    this.actions = actions(plan);
    this.rules = texts;
    boolean safe =
        kept.filter(where -> where.options().durability() == Durability.BEFORE_RETURN).isPresent();
    this.recordsInLine = safe && settings.byHand();
    this.intake =
        new Intake(settings.queueCapacity(), settings.blockWhenFull(), safe && !recordsInLine);
    this.judges = new Workers(settings.byHand());
    this.couriers = new Workers(settings.byHand());
    this.evaluations =
        new Evaluations(plugins.evaluators(), judges, this::scoreStamp, intake::offer);
    this.deliveries = new Deliveries(plugins, couriers, outbox, settings.clock());
    this.listeners = new Listeners(plugins.listeners(), couriers);
    boolean resumed = false;
    if (kept.isPresent()) {
      Persistence keeper =
          new Persistence(kept.get().store(), kept.get().options(), journal, settings.clock());
      this.replaying = true;
      Comeback comeback =
          Comeback.of(
              plan,
              texts,
              kept.get(),
              keeper,
              outbox,
              any -> actions = actions(any),
              any -> new Engine(any, matchers, prices, settings.limits(), keeper, this));
      this.replaying = false;
      resumed = comeback.isBack();
      this.persistence = keeper;
      this.engine = comeback.engine();
      this.recovery = comeback.recovery();
      comeback.reload().ifPresent(engine::apply);
    } else {
      this.persistence = null;
      this.engine = new Engine(plan, matchers, prices, settings.limits(), journal, this);
      this.recovery = null;
    }
    boolean wordy = !evaluations.isEmpty() || (persistence != null && persistence.keepsTexts());
    String ids = "tocsin-" + Long.toString(settings.clock().millis(), Character.MAX_RADIX) + "-";
    this.wishes = new Wishes(engine, deliveries, settings.clock()::instant);
    this.ticks = new Ticks(engine, new Heart(settings.heartbeat()), resumed);
    this.arrivals = new Arrivals(engine, wordy, ids);
    engine.router().onTheirWay().stream()
        .filter(key -> !deliveries.isPending(key))
        .forEach(deliveries::lost);
    tell(); // of rules that are gone
    this.vitals = new Vitals(intake, arrivals, ticks, evaluations, deliveries, listeners);
    kept.ifPresent(where -> where.store().unfinishedErasures().forEach(this::erase));
    this.thread = settings.byHand() ? null : EngineThread.start(this, settings.evaluationDelay());
    if (thread != null) {
      intake.wakes(thread::wake);
    }
  }

  /**
   * Hands an event over. Never throws; blocks only where it was told to.
   *
   * @return false when it was dropped: the queue is full or the engine closed
   */
  public boolean record(@Nullable Event event) {
    return recordsInLine ? recordInLine(event) : intake.record(event);
  }

  /** Takes what was recorded and runs every tick up to a time that has not run yet. */
  public void tick(Instant time) {
    turn(Instants.toNanos(time));
  }

  /** Puts other rules in place of the present ones; what is folded alike keeps its state. */
  public void reload(Plan plan, RuleTexts texts) {
    lock.lock();
    try {
      engine.apply(new Input.Reload(plan, texts));
      rules = texts;
      scoresRead = plan.scoresRead();
      actions = actions(plan);
      tell();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets all that is known of a user, here and in the store.
   *
   * @return whether nothing of it is left in the store
   */
  public boolean erase(String user) {
    boolean noted = persistence == null || persistence.beginErasure(user);
    Future<Boolean> written = locked(() -> eraseHere(user));
    return noted && (persistence == null || Persistence.isDone(written));
  }

  /** The rules at work. */
  public Plan plan() {
    return locked(engine::plan);
  }

  /** Rules that could not fire so far, for no event carried what they look at. */
  public List<String> rulesWithoutData() {
    return locked(engine::rulesWithoutData);
  }

  /** The alerts that are pending or firing now. */
  public List<Alert> alerts() {
    return locked(engine::alerts);
  }

  /** What every term reads as of the last tick. */
  public List<Reading> readings() {
    return locked(engine::readings);
  }

  /** Adds a listener; it sees what changes from now on. */
  public void listen(TransitionListener listener) {
    listeners.add(listener);
  }

  /** Silences of the rule file, and those that were made since. */
  public List<Silence> silences() {
    return locked(wishes::silences);
  }

  /** Puts a silence in force. */
  public Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    return wished(() -> wishes.silence(matchers, from, until, by, comment));
  }

  /** Ends a silence; false when there is none of that name that could. */
  public boolean expire(String silence) {
    return wished(() -> wishes.expire(silence));
  }

  /** Somebody takes care of alerts; how many of them fire. */
  public int acknowledge(Collection<String> alerts, String by, String comment) {
    return wished(() -> wishes.acknowledge(alerts, by, comment));
  }

  /** All that is remembered of an alert. */
  public Optional<AlertStory> story(String alert) {
    return locked(() -> wishes.story(alert));
  }

  /** How each channel fares. */
  public List<ChannelHealth> channels() {
    return locked(deliveries::channels);
  }

  /** How the engine fares. */
  public EngineHealth health() {
    return vitals.health(locked(this::counted), erasureErrors);
  }

  private Vitals.Counted counted() {
    return new Vitals.Counted(
        engine.counters(),
        engine.rulesInError(),
        persistence == null ? null : persistence.health());
  }

  /** What was found in the store at the start, if there is one. */
  public Optional<Recovery> recovery() {
    return Optional.ofNullable(recovery);
  }

  @Override
  public void transition(Transition transition) {
    if (!replaying) {
      listeners.announce(transition);
    }
    if (!erasing) {
      deliveries.act(transition, actions.getOrDefault(transition.rule(), List.of()));
    }
  }

  @Override
  public void notification(
      String channel, Message.Notification notification, @Nullable String supersedes) {
    deliveries.tell(channel, notification, supersedes);
  }

  @Override
  public void lastWord(String channel, Message.Notification notification) {
    if (!replaying) {
      deliveries.tellOnce(channel, notification);
    }
  }

  @Override
  public List<String> reachable(List<String> channels) {
    return deliveries.reachable(channels);
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    if (!replaying) {
      evaluations.offer(call, scoresRead);
    }
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
    intake.close();
    if (thread != null) {
      thread.close();
    }
    Instant now = settings.clock().instant();
    tick(now);
    judges.close(settings.closePatience());
    tick(now.plusNanos(engine.tickNanos()));
    intake.end();
    couriers.close(settings.closePatience());
    deliveries.closeChannels();
    lock.lock();
    try {
      deliveries.settle(now(), engine::apply);
      if (persistence != null) {
        persistence.close(this::writeTo, settings.closePatience());
      }
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
    return intake.capacity();
  }

  /** The time by the engine's clock, in nanoseconds since the epoch. */
  long now() {
    return Instants.toNanos(settings.clock().instant());
  }

  /** In line a score is as old as its call; from a worker it comes when it comes. */
  private long scoreStamp(Call judged) {
    return settings.byHand() ? judged.timeNanos() : now();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private int advance(long until) {
    int taken = drain();
    if (settings.byHand()) {
      taken += drain(); // what evaluators have said in line
    }
    boolean beats = ticks.run(until, this::health, this::between);
    Instant last = ticks.last();
    if (beats && last != null) {
      deliveries.tellAll(heartbeat(last));
    }
    afterwards();
    return taken;
  }

  /** By hand, what is said now is done before what is said next. */
  private void between() {
    if (settings.byHand()) {
      afterwards();
    }
  }

  /** What was decided goes out as soon as its inputs are in the journal. */
  private void afterwards() {
    long now = now();
    deliveries.settle(now, engine::apply);
    tell();
    while (deliveries.areDue(now)) {
      deliveries.dispatch(now, engine.router()::receipt);
      if (!settings.byHand()) {
        break;
      }
      deliveries.settle(now, engine::apply); // what was done in line
    }
    if (persistence != null) {
      persistence.snapshotIfDue(now, this::writeTo);
    }
  }

  /** Lets nothing out before its inputs are in the journal. */
  private void tell() {
    if (persistence != null) {
      intake.release(persistence.flush());
    }
    listeners.tell();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private @Nullable Future<Boolean> eraseHere(String user) {
    drain();
    deliveries.settle(now(), engine::apply);
    erasing = true;
    try {
      engine.apply(new Input.Erase(user));
      deliveries.erase(user);
      tell();
      return persistence == null ? null : persistence.erase(user, this::writeTo);
    } catch (RuntimeException | StackOverflowError e) {
      erasureErrors++;
      return null;
    } finally {
      erasing = false;
    }
  }

  private Message.Heartbeat heartbeat(Instant time) {
    EngineHealth health = health();
    return new Message.Heartbeat("heartbeat/" + time, time, health, Json.heartbeat(time, health));
  }

  /** What follows from it goes out at once. */
  private <T> T wished(Supplier<T> doing) {
    lock.lock();
    try {
      T done = doing.get();
      afterwards();
      return done;
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> reads) {
    lock.lock();
    try {
      return reads.get();
    } finally {
      lock.unlock();
    }
  }

  private void writeTo(ByteOutput out) throws IOException {
    Restart.write(rules, outbox, engine, out);
  }

  private boolean recordInLine(@Nullable Event event) {
    if (event == null || intake.isClosed()) {
      return intake.record(event); // which counts it
    }
    lock.lock();
    try {
      arrivals.until(now() + settings.maxAhead().toNanos());
      arrivals.arrive(event);
      return persistence != null && persistence.flush();
    } finally {
      lock.unlock();
    }
  }

  private int drain() {
    arrivals.until(now() + settings.maxAhead().toNanos());
    int taken = intake.drain(arrivals::arrive);
    if (taken > 0 && !evaluations.isEmpty()) {
      arrivals.flush();
    }
    return taken;
  }

  private static Map<String, List<String>> actions(Plan plan) {
    return plan.rules().stream().collect(Collectors.toMap(RulePlan::name, RulePlan::actions));
  }
}
