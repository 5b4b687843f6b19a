package dev.tocsin;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.evaluate.AskedEvaluator;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.journal.Journal;
import dev.tocsin.live.LiveEngine;
import dev.tocsin.live.LiveSettings;
import dev.tocsin.live.Plugins;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.KnownNames;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Describes an engine; {@link #rules} is required, everything else has a default. */
public final class TocsinBuilder {
  private final PluginNames<Channel> channels = new PluginNames<>("channel");
  private final PluginNames<Evaluator> evaluators = new PluginNames<>("evaluator");
  private final PluginNames<Action> actions = new PluginNames<>("action");
  private final List<TransitionListener> listeners = new ArrayList<>();
  private final List<DeclaredField> fields = new ArrayList<>();
  private @Nullable Path rules;
  private @Nullable Channel otherChannels;
  private boolean discover;
  private InstantSource clock = LiveSettings.DEFAULT.clock();
  private boolean byHand;
  private int queueCapacity = LiveSettings.DEFAULT.queueCapacity();
  private boolean blockWhenFull;
  private Duration evaluationDelay = LiveSettings.DEFAULT.evaluationDelay();
  private Duration allowedLateness = LiveSettings.DEFAULT.limits().allowedLateness();
  private Optional<Duration> heartbeat = Optional.empty();
  private Journal journal = Journal.NONE;

  TocsinBuilder() {}

  /** The rule file. Required. */
  public TocsinBuilder rules(Path file) {
    rules = requireNonNull(file, "rules");
    return this;
  }

  /** A channel under its own name. */
  public TocsinBuilder channel(Channel channel) {
    return channel(channel.name(), channel);
  }

  /** A channel under the name that rules use for it; one channel may have several names. */
  public TocsinBuilder channel(String name, Channel channel) {
    channels.add(name, channel);
    return this;
  }

  /**
   * Takes what rules send to names that are not registered. Without it such a name is an error at
   * load.
   */
  public TocsinBuilder otherChannels(Channel channel) {
    otherChannels = requireNonNull(channel, "channel");
    return this;
  }

  /** An evaluator; it sees every call. */
  public TocsinBuilder evaluator(Evaluator evaluator) {
    evaluators.add(evaluator.name(), evaluator);
    return this;
  }

  /** An action, which rules name under {@code then:}. */
  public TocsinBuilder action(Action action) {
    actions.add(action.name(), action);
    return this;
  }

  /**
   * A field of the host's own: rules then write {@code tenant} for an attribute of calls, with its
   * kind and unit checked.
   */
  public TocsinBuilder field(DeclaredField field) {
    fields.add(requireNonNull(field, "field"));
    return this;
  }

  /** Sees transitions, in order, on a worker of its own. */
  public TocsinBuilder listener(TransitionListener listener) {
    listeners.add(requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Also takes channels, evaluators and actions that {@link ServiceLoader} finds. Evaluators found
   * this way are asked only for scores that the rules read.
   */
  public TocsinBuilder discoverPlugins() {
    discover = true;
    return this;
  }

  /** How many events may wait for the engine; 65,536 by default, rounded up to a power of two. */
  public TocsinBuilder queueCapacity(int events) {
    queueCapacity = events;
    return this;
  }

  /** Whether {@code record} waits for a place when the queue is full, instead of dropping. */
  public TocsinBuilder blockWhenFull() {
    blockWhenFull = true;
    return this;
  }

  /** How long after a tick's time the tick runs, so that events on their way are in; 1 s. */
  public TocsinBuilder evaluationDelay(Duration delay) {
    evaluationDelay = requireNonNull(delay, "delay");
    return this;
  }

  /** How much older than the last tick an event may be; 30 s. */
  public TocsinBuilder allowedLateness(Duration lateness) {
    allowedLateness = requireNonNull(lateness, "lateness");
    return this;
  }

  /** How often every channel hears that the engine is alive; never by default. */
  public TocsinBuilder heartbeat(Duration every) {
    heartbeat = Optional.of(every);
    return this;
  }

  /** Tells the time; the system's clock by default. */
  public TocsinBuilder clock(InstantSource source) {
    clock = requireNonNull(source, "clock");
    return this;
  }

  /**
   * No thread of its own: ticks come from {@link Tocsin#tick}, and evaluators, channels, actions
   * and listeners run on the ticking thread. For tests.
   */
  public TocsinBuilder tickByHand() {
    byHand = true;
    return this;
  }

  /** Takes every input of the engine in order; runs on the engine's thread and must not throw. */
  public TocsinBuilder journal(Journal takes) {
    journal = requireNonNull(takes, "journal");
    return this;
  }

  /**
   * Loads the rules and starts the engine.
   *
   * @throws IllegalStateException without {@link #rules}
   * @throws IllegalArgumentException when two plug-ins of one kind have one name, and names both;
   *     when a field has a name that is taken
   * @throws UncheckedIOException when the rule file cannot be read
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when anything in it is wrong
   */
  public Tocsin build() {
    if (rules == null) {
      throw new IllegalStateException("rules are required: builder.rules(Path)");
    }
    if (discover) {
      ServiceLoader.load(Channel.class).forEach(found -> channels.find(found.name(), found));
      ServiceLoader.load(Evaluator.class).forEach(found -> evaluators.find(found.name(), found));
      ServiceLoader.load(Action.class).forEach(found -> actions.find(found.name(), found));
    }
    KnownNames names =
        new KnownNames(
            otherChannels == null ? Optional.of(channels.names()) : Optional.empty(),
            Optional.of(actions.names()),
            FieldCatalog.with(fields));
    LiveSettings live =
        new LiveSettings(
            clock,
            byHand,
            queueCapacity,
            blockWhenFull,
            evaluationDelay,
            LiveSettings.DEFAULT.maxAhead(),
            heartbeat,
            LiveSettings.DEFAULT.closePatience(),
            LiveSettings.DEFAULT.limits().withAllowedLateness(allowedLateness));
    Plan plan = load(rules, names);
    Plugins plugins =
        new Plugins(
            asked(),
            channels.byName(),
            Optional.ofNullable(otherChannels),
            actions.byName(),
            listeners);
    LiveEngine engine =
        new LiveEngine(plan, DroolsMatcher::new, PriceList.builtIn(), journal, plugins, live);
    return new Tocsin(engine, names, byHand);
  }

  private List<AskedEvaluator> asked() {
    List<AskedEvaluator> asked = new ArrayList<>();
    evaluators.registered().forEach(one -> asked.add(new AskedEvaluator(one, true)));
    evaluators.found().forEach(one -> asked.add(new AskedEvaluator(one, false)));
    return asked;
  }

  private static Plan load(Path rules, KnownNames names) {
    try {
      return Rules.load(rules, names);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules in " + rules, e);
    }
  }
}
