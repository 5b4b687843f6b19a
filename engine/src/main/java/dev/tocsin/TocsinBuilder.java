package dev.tocsin;

import static java.util.Objects.requireNonNull;

import dev.tocsin.admin.AdminOptions;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.evaluate.AskedEvaluator;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.journal.Journal;
import dev.tocsin.journal.StoreException;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoreProvider;
import dev.tocsin.live.Kept;
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
  private @Nullable StoreOptions store;
  private @Nullable AdminOptions admin;

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

  /** Keeps the engine's state in a directory, with all else as {@link StoreOptions#at} says. */
  public TocsinBuilder store(Path directory) {
    return store(StoreOptions.at(directory));
  }

  /**
   * Keeps the engine's state, so that the next engine on the same directory goes on where this one
   * ended, however it ended. Needs the module tocsin-store, a full JDK and some flags for the JVM.
   */
  public TocsinBuilder store(StoreOptions options) {
    store = requireNonNull(options, "options");
    return this;
  }

  /**
   * Opens an endpoint over HTTP, through which people and {@code tocsin alerts|ack|silence|status}
   * see alerts, silence and acknowledge them, and reload the rules.
   */
  public TocsinBuilder admin(AdminOptions options) {
    admin = requireNonNull(options, "options").checked();
    return this;
  }

  /**
   * Loads the rules and starts the engine; with a store, where the last one ended.
   *
   * @throws IllegalStateException without {@link #rules}
   * @throws IllegalArgumentException when two plug-ins of one kind have one name, and names both;
   *     when a field has a name that is taken
   * @throws dev.tocsin.journal.StoreException when the store cannot be opened; says why
   * @throws UncheckedIOException when the rule file cannot be read, or the port of the admin
   *     endpoint is taken
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
    CheckedRules checked = check(rules, names);
    Plan plan = checked.orThrow();
    Plugins plugins =
        new Plugins(
            asked(),
            channels.byName(),
            Optional.ofNullable(otherChannels),
            actions.byName(),
            listeners);
    Optional<Kept> kept = Optional.ofNullable(store).map(options -> kept(options, names.fields()));
    try {
      LiveEngine engine =
          new LiveEngine(
              plan,
              RuleTexts.of(checked.file()),
              DroolsMatcher::new,
              PriceList.builtIn(),
              journal,
              kept,
              plugins,
              live);
      return opened(new Tocsin(engine, names, byHand), rules);
    } catch (RuntimeException | Error e) {
      kept.ifPresent(opened -> opened.store().close());
      throw e;
    }
  }

  private Tocsin opened(Tocsin tocsin, Path file) {
    if (admin != null) {
      try {
        tocsin.administer(file, admin, clock);
      } catch (IOException e) {
        tocsin.close();
        throw new UncheckedIOException("the admin endpoint cannot be opened: " + e.getMessage(), e);
      }
    }
    return tocsin;
  }

  /** Stored rules may name channels and actions that are not registered any more. */
  private Kept kept(StoreOptions options, FieldCatalog catalog) {
    KnownNames any = new KnownNames(Optional.empty(), Optional.empty(), catalog);
    StoreProvider provider =
        ServiceLoader.load(StoreProvider.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new StoreException(
                        "a store needs the module dev.tocsin:tocsin-store; add it to the"
                            + " dependencies"));
    return new Kept(provider.open(options, clock), options, texts -> Rules.again(texts, any));
  }

  private List<AskedEvaluator> asked() {
    List<AskedEvaluator> asked = new ArrayList<>();
    evaluators.registered().forEach(one -> asked.add(new AskedEvaluator(one, true)));
    evaluators.found().forEach(one -> asked.add(new AskedEvaluator(one, false)));
    return asked;
  }

  private static CheckedRules check(Path rules, KnownNames names) {
    try {
      return Rules.check(rules, names);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules in " + rules, e);
    }
  }
}
