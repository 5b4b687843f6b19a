package dev.tocsin.replay;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Message;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineCounters;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.evaluate.AskedEvaluator;
import dev.tocsin.evaluate.InlineEvaluation;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.MergedEvents;
import dev.tocsin.trace.OrderedTrace;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import dev.tocsin.trace.TraceReader.BadLineSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recorded trace through rules. Harmless by construction: there is nothing in it that
 * sends, acts or calls out. Build with {@link #of}, configure, {@link #run} once.
 */
public final class Replay {
  private static final int LINES_BETWEEN_PROGRESS = 1 << 12;

  private final Plan plan;
  private final String name;
  private final Opening opening;
  private EngineLimits limits = EngineLimits.DEFAULT;
  private boolean strict;
  private boolean drain;
  private boolean everyTick;
  private long until = Long.MAX_VALUE;
  private EngineWatch watch = EngineWatch.NONE;
  private ReplayListener listener = ReplayListener.NONE;
  private List<AskedEvaluator> evaluators = List.of();
  private TraceFormats formats = TraceFormats.with(List.of());
  private Journal journal = Journal.NONE;
  private InstantSource stopwatch = InstantSource.system();

  private UnaryOperator<EventSource> edits = UnaryOperator.identity();
  private final NavigableSet<Instant> stops = new TreeSet<>();
  private long atLeastUntil = Long.MIN_VALUE;
  private long settleNanos;

  /** Opens what is replayed. */
  private interface Opening {
    EventSource open(Replay replay, boolean texts, BadLineSink badLines) throws IOException;
  }

  private Replay(Plan plan, String name, Opening opening) {
    this.plan = plan;
    this.name = name;
    this.opening = opening;
  }

  /**
   * A replay of a trace through a plan.
   *
   * @param plan the rules
   * @param trace in one of the {@link #formats}, plain, gzip or zstd
   */
  public static Replay of(Plan plan, Path trace) {
    return new Replay(
        plan,
        trace.toString(),
        (replay, texts, badLines) -> TraceReader.open(trace, replay.formats, texts, badLines));
  }

  /**
   * A replay of several traces as one.
   *
   * @param plan the rules
   * @param traces at least one, as for {@link #of(Plan, Path)}; their order does not matter
   */
  public static Replay of(Plan plan, List<Path> traces) {
    return traces.size() == 1
        ? of(plan, traces.get(0))
        : new Replay(
            plan,
            traces.stream().map(Path::toString).collect(Collectors.joining(", ")),
            (replay, texts, badLines) ->
                MergedEvents.open(traces, replay.formats, texts, badLines));
  }

  /**
   * A replay of events that are in no file.
   *
   * @param name what messages call them
   * @param events closed when it ends
   */
  public static Replay of(Plan plan, String name, EventSource events) {
    return new Replay(plan, name, (replay, texts, badLines) -> events);
  }

  /** Puts other events in the place of those of the trace, before they are put in order. */
  public Replay edited(UnaryOperator<EventSource> by) {
    edits = by;
    return this;
  }

  /**
   * Times at which the {@link #watch} wants to see the engine; those before the first event are
   * not.
   */
  public Replay stops(Collection<Instant> times) {
    stops.addAll(times);
    return this;
  }

  /** Goes on at least to the last tick at or before a time, also where the trace ends earlier. */
  public Replay atLeastUntil(Instant time) {
    atLeastUntil = Instants.toNanos(time);
    return this;
  }

  /** Whether the first broken line ends the replay; off by default. */
  public Replay strict(boolean on) {
    strict = on;
    return this;
  }

  /** Whether to go on after the last event until all windows are empty; off by default. */
  public Replay drain(boolean on) {
    drain = on;
    return this;
  }

  /**
   * How much older than the newest stamp an event may be; later ones are counted and left out. 30 s
   * by default. The disorder is sorted in a buffer of this length.
   */
  public Replay allowedLateness(Duration lateness) {
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("allowed lateness must not be negative: " + lateness);
    }
    limits = limits.withAllowedLateness(lateness);
    return this;
  }

  /** Goes on for so long after that, so that what waits to be told is told; off by default. */
  public Replay settle(Duration length) {
    settleNanos = length.toNanos();
    return this;
  }

  /** Sees what happens, on the replaying thread. */
  public Replay listener(ReplayListener sees) {
    listener = sees;
    return this;
  }

  /**
   * Local evaluators, asked in line for calls with texts, where rules read one of their scores. A
   * recorded score wins. They must not use the network.
   */
  public Replay evaluators(Collection<Evaluator> found) {
    evaluators = found.stream().map(one -> new AskedEvaluator(one, false)).toList();
    return this;
  }

  /** Formats in which the trace may be besides the native one. */
  public Replay formats(TraceFormats known) {
    formats = known;
    return this;
  }

  /** Takes every input of the engine; feeding them to another engine gives the same transitions. */
  public Replay journal(Journal takes) {
    journal = takes;
    return this;
  }

  /** Whether ticks at which nothing can change are run too: slower, with equal output. */
  Replay everyTick(boolean on) {
    everyTick = on;
    return this;
  }

  /**
   * Stops at a time: what is stamped at it or later is left out, and the last tick is the last at
   * or before it, also where the trace ends earlier. Off by default.
   */
  Replay until(Instant end) {
    until = Instants.toNanos(end);
    return this;
  }

  /** Looks at the engine on its way. */
  public Replay watch(EngineWatch looks) {
    watch = looks;
    return this;
  }

  /** Measures how long the replay took; touches nothing else. */
  Replay stopwatch(InstantSource clock) {
    stopwatch = clock;
    return this;
  }

  /**
   * Replays the whole trace.
   *
   * @throws TraceException when the trace cannot be read, holds no event, or a line is bad and
   *     {@link #strict} is on
   */
  public ReplaySummary run() {
    InlineEvaluation evaluation = new InlineEvaluation(evaluators, plan.scoresRead());
    Run run = new Run(evaluation);
    try (EventSource reader = opening.open(this, evaluation.isOn(), run::badLine);
        Engine engine =
            new Engine(plan, DroolsMatcher::new, PriceList.builtIn(), limits, journal, run)) {
      OrderedTrace ordered =
          new OrderedTrace(edits.apply(reader), limits.allowedLateness().toNanos(), run::badLine);
      Instant started = stopwatch.instant();
      run.through(reader, ordered, engine);
      Duration took = Duration.between(started, stopwatch.instant());
      return run.summary(reader, engine, ordered.late(), took);
    } catch (IOException e) {
      throw TraceException.unreadable(Path.of(name), e, run.lines);
    }
  }

  /** The state of one run. */
  private final class Run implements EngineOutput {
    private final InlineEvaluation evaluation;
    private final CostTotals costs = new CostTotals();
    private final Firings firings = new Firings(plan);
    private final Inbox inbox = new Inbox();
    private long skipped;
    private long lines;
    private long events;
    private long first;
    private long last;
    private @Nullable BadLine firstBad;

    Run(InlineEvaluation evaluation) {
      this.evaluation = evaluation;
    }

    void through(EventSource reader, OrderedTrace ordered, Engine engine) throws IOException {
      TickDriver driver = new TickDriver(engine, everyTick, this::between);
      long nextProgress = LINES_BETWEEN_PROGRESS;
      try {
        for (TraceLine line = ordered.next(); line != null; line = ordered.next()) {
          if (line.event().timeNanos() >= until) {
            break;
          }
          last = line.event().timeNanos();
          stopUntil(driver, engine, last);
          first = events == 0 ? last : first;
          events++;
          Event event = evaluation.judged(line.event());
          listener.arrives(event);
          driver.event(event);
          lines = reader.linesRead();
          if (lines >= nextProgress) {
            nextProgress = lines + LINES_BETWEEN_PROGRESS;
            progress(reader, false);
          }
        }
      } finally {
        lines = reader.linesRead(); // lines are read ahead of the events: see unreadable
      }
      if (events == 0) {
        throw nothingIn(reader.passedOver());
      }
      if (until == Long.MAX_VALUE) {
        long end = Math.max(driver.endOf(last), atLeastUntil) + settleNanos;
        stopUntil(driver, engine, end);
        driver.until(end);
      } else {
        driver.until(until);
        watch.ended(engine);
      }
      if (drain) {
        driver.drain();
      }
      progress(reader, true);
    }

    private void stopUntil(TickDriver driver, Engine engine, long nanos) {
      while (!stops.isEmpty() && Instants.toNanos(stops.first()) <= nanos) {
        Instant stop = Objects.requireNonNull(stops.pollFirst());
        if (engine.lastTick() != Engine.NOT_STARTED) {
          driver.until(Instants.toNanos(stop));
          watch.stopped(engine, stop);
        }
      }
    }

    private void between(Engine engine) {
      inbox.deliver(engine);
      watch.ticked(engine);
    }

    @Override
    public void transition(Transition transition) {
      firings.add(transition);
      listener.transition(transition);
    }

    @Override
    public void notification(
        String channel, Message.Notification notification, @Nullable String supersedes) {
      inbox.add(notification);
      listener.notification(channel, notification);
    }

    @Override
    public void accepted(Call call, long costNanoDollars) {
      costs.add(call, costNanoDollars);
      listener.accepted(call, costNanoDollars);
    }

    void badLine(long number, String reason) {
      BadLine line = new BadLine(name, number, reason);
      if (strict) {
        throw new TraceException(TraceException.Kind.BAD_LINE, line.toString());
      }
      firstBad = firstBad == null ? line : firstBad;
      skipped++;
      listener.badLine(line);
    }

    ReplaySummary summary(EventSource reader, Engine engine, long late, Duration took) {
      EngineCounters counters = engine.counters();
      return new ReplaySummary(
          counters.accepted(),
          costs.calls(),
          skipped,
          late + counters.late(),
          counters.duplicates(),
          counters.orphanScores(),
          Instants.ofNanos(first),
          Instants.ofNanos(last),
          costs.dollars(),
          counters.unpriced(),
          evaluation.failures(),
          costs.models(),
          firings.byRule(),
          engine.rulesWithoutData(),
          firings.still(),
          took,
          reader.format(),
          reader.passedOver());
    }

    private void progress(EventSource reader, boolean done) {
      listener.progress(
          new ReplayProgress(
              reader.bytesRead(), reader.size(), lines, events, Instants.ofNanos(last), done));
    }

    private String nothingBut(Map<String, Long> passedOver) {
      return "there is no call in it, only "
          + new TreeMap<>(passedOver)
              .entrySet().stream()
                  .map(kind -> kind.getValue() + " " + kind.getKey())
                  .collect(Collectors.joining(", "));
    }

    private TraceException nothingIn(Map<String, Long> passedOver) {
      String message =
          until < Long.MAX_VALUE && lines > 0
              ? name + ": there is no event before " + Instants.ofNanos(until)
              : firstBad == null
                  ? name
                      + ": "
                      + (passedOver.isEmpty() ? "the trace is empty" : nothingBut(passedOver))
                  : name + ": none of " + skipped + " lines is an event; the first: " + firstBad;
      return new TraceException(TraceException.Kind.UNREADABLE, message);
    }
  }
}
