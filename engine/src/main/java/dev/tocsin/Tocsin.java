package dev.tocsin;

import dev.tocsin.admin.AdminOptions;
import dev.tocsin.admin.AdminServer;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Event;
import dev.tocsin.api.EventRecorder;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.Silence;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.live.LiveEngine;
import dev.tocsin.plan.KnownNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine inside a service. Build one with {@link #builder}, {@link #record} every call of a
 * language model, {@link #close} it with the service. Everything here may be called from any
 * thread; only {@link #record} is meant for hot paths.
 *
 * <p>Rules that cannot be loaded throw where they are loaded. At run time nothing is thrown: what
 * goes wrong is isolated, counted in {@link #health}, and the engine goes on.
 */
public final class Tocsin implements EventRecorder, AutoCloseable {
  private final LiveEngine engine;
  private final KnownNames names;
  private final boolean byHand;
  private @Nullable AdminServer admin;

  Tocsin(LiveEngine engine, KnownNames names, boolean byHand) {
    this.engine = engine;
    this.names = names;
    this.byHand = byHand;
  }

  /** Lets keepers in. */
  void administer(Path rules, AdminOptions options, InstantSource clock) throws IOException {
    admin = AdminServer.start(new Keepers(this, rules, clock), options);
  }

  /** Where the admin endpoint answers, if the builder was told to open it. */
  public Optional<URI> adminUrl() {
    return Optional.ofNullable(admin).map(AdminServer::url);
  }

  /** Starts to describe an engine. */
  public static TocsinBuilder builder() {
    return new TocsinBuilder();
  }

  /**
   * Hands an event to the engine and returns. Never throws. Never blocks, unless the builder was
   * told to {@link TocsinBuilder#blockWhenFull}, or to return only when the event is in the journal
   * ({@link dev.tocsin.journal.Durability#BEFORE_RETURN}), which waits 5 s at most. Costs a place
   * in a queue; the event is folded a little later on the engine's thread.
   *
   * @param event what happened; null is counted as dropped
   * @return whether it was taken; false, and counted, when the queue is full or the engine closed;
   *     with {@code BEFORE_RETURN} whether it is in the journal: false when that cannot be written,
   *     although the engine evaluates it
   */
  @Override
  public boolean record(@Nullable Event event) {
    return engine.record(event);
  }

  /**
   * Runs every tick up to a time, on this thread, with everything recorded before. Only for engines
   * built with {@link TocsinBuilder#tickByHand}. Time does not go back: an earlier time than before
   * does nothing.
   *
   * @param time ticks up to the last boundary at or before it are run
   * @throws IllegalStateException when the engine ticks by its own clock
   */
  public void tick(Instant time) {
    if (!byHand) {
      throw new IllegalStateException(
          "this engine ticks by its clock; build it with tickByHand() to call tick yourself");
    }
    engine.tick(time);
  }

  /** Adds a listener, which sees every change from now on, in order, on a worker of its own. */
  public void onTransition(TransitionListener listener) {
    engine.listen(listener);
  }

  /** The alerts that are pending or firing, by rule in the order of the file, then group. */
  public List<Alert> alerts() {
    return engine.alerts();
  }

  /**
   * What every term of the rules reads as of the last tick, and since when it has all data. Waits
   * for a running tick to end; costs time in the number of groups.
   */
  public List<Reading> readings() {
    return engine.readings();
  }

  /** Rules that could not fire so far, because no event carried what they look at, by name. */
  public List<String> rulesWithoutData() {
    return engine.rulesWithoutData();
  }

  /** How each channel fares: what it delivered, what waits, whether its circuit is open. */
  public List<ChannelHealth> channels() {
    return engine.channels();
  }

  /** Silences of the rule file, and those that were made since, also some that have ended. */
  public List<Silence> silences() {
    return engine.silences();
  }

  /**
   * Lets nothing be sent for some time about alerts that all matchers match, but that those stop
   * firing of which it was told that they do.
   *
   * @param from its first moment; now or later
   * @param until its end, in the future
   * @param by who wants it
   * @param comment why, may be empty
   * @return the silence, with an id by which it can be {@link #expire}d
   * @throws IllegalArgumentException when a pattern is none, when it would silence everything, or
   *     ends before it begins
   */
  public Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    return engine.silence(matchers, from, until, by, comment);
  }

  /** Ends a silence; false when none of that id is in force, or the rule file says it. */
  public boolean expire(String silence) {
    return engine.expire(silence);
  }

  /**
   * Says that somebody takes care of an alert: until it resolves, nothing is repeated about it and
   * it is not escalated. Channels that can are told so.
   *
   * @param alert its {@link Alert#key}
   * @param by who
   * @param comment may be empty
   * @return false when no such alert fires
   */
  public boolean acknowledge(String alert, String by, String comment) {
    return acknowledge(List.of(alert), by, comment) == 1;
  }

  /**
   * The same for several alerts at once, of which each channel is told in one message for each of
   * its groups.
   *
   * @param alerts their {@link Alert#key}s
   * @return how many of them fire
   */
  public int acknowledge(Collection<String> alerts, String by, String comment) {
    return engine.acknowledge(alerts, by, comment);
  }

  /**
   * Explains an alert: what happened to it and why, why each message was sent or not, and when the
   * next can be. Of alerts that have resolved, the newest are remembered.
   *
   * @param alert its {@link Alert#key}
   * @return empty when nothing is known of it
   */
  public Optional<AlertStory> story(String alert) {
    return engine.story(alert);
  }

  /** What the engine says of itself: queue, drops, failures, last evaluation. */
  public EngineHealth health() {
    return engine.health();
  }

  /** What was found in the store when the engine started; empty without one. */
  public Optional<Recovery> recovery() {
    return engine.recovery();
  }

  /**
   * Puts the rules of a file in place of the present ones: all of them, or, when anything in the
   * file is wrong, none. What is folded alike in a like window keeps its state, and alerts of rules
   * whose name stays live on; alerts of rules that are gone end.
   *
   * @throws IOException when the file cannot be read; the present rules stay
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when anything in it is wrong; carries
   *     all that is; the present rules stay
   */
  public void reload(Path rules) throws IOException {
    CheckedRules checked = Rules.reload(rules, names, engine.plan().tickNanos());
    engine.reload(checked.orThrow(), RuleTexts.of(checked.file()));
  }

  /**
   * Forgets all that is known of a user, and leaves nothing of it in the store: groups of the user
   * (a dimension {@code user}) and their alerts, remembered calls, messages that were not delivered
   * yet, and in the journal the name, session, trace, attributes and texts of the user's calls. An
   * alert of such a group that fires ends; its channels hear of that once. What was folded into
   * other groups, such as totals, stays. What is recorded of the user from now on counts anew.
   *
   * <p>Waits until all of it is written, which takes time in the size of the journal; the engine
   * goes on meanwhile. Does not concern the texts of the rules.
   *
   * @param user as in {@link dev.tocsin.api.Call#user}
   * @return whether nothing is left in the store, which is true without one; when false, it was
   *     noted, and the next engine on the directory completes it unless a further call does so
   */
  public boolean erase(String user) {
    return engine.erase(user);
  }

  /**
   * Takes no more events, folds those that wait, runs the ticks that are due, and waits a bounded
   * time for evaluators, channels and actions. A second call does nothing.
   */
  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
    engine.close();
  }
}
