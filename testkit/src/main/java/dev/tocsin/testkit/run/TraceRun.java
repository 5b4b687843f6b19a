package dev.tocsin.testkit.run;

import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.Replay;
import dev.tocsin.trace.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run of rules on a trace. Configure, then {@link #run} once; not thread-safe. */
public final class TraceRun {
  private final Plan plan;
  private final TraceInput trace;
  private ZoneId zone = ZoneOffset.UTC;
  private UnaryOperator<EventSource> edits = UnaryOperator.identity();
  private List<Replay.Mark> marks = List.of();
  private List<Replay.Probe> probes = List.of();
  private List<EngineWatch> watches = List.of();
  private List<ReplayListener> listeners = List.of();
  private List<Instant> stops = List.of();
  private boolean strict;
  private @Nullable Instant until;
  private @Nullable Duration lateness;
  private boolean drain;
  private Duration settle = Duration.ZERO;

  private TraceRun(Plan plan, TraceInput trace) {
    this.plan = plan;
    this.trace = trace;
  }

  /** A run of rules on a trace. */
  public static TraceRun of(Plan plan, TraceInput trace) {
    return new TraceRun(plan, trace);
  }

  /** In which times without a zone are written; UTC by default. */
  public TraceRun zone(ZoneId ofTimes) {
    zone = ofTimes;
    return this;
  }

  /** Puts other events in the place of those of the trace. */
  public TraceRun edited(UnaryOperator<EventSource> by, List<Replay.Mark> shownAs) {
    edits = by;
    marks = shownAs;
    return this;
  }

  /** Readings to look at. */
  public TraceRun probes(Collection<Replay.Probe> wanted) {
    probes = List.copyOf(wanted);
    return this;
  }

  /** Hears what happens besides. */
  public TraceRun listeners(List<ReplayListener> others) {
    listeners = List.copyOf(others);
    return this;
  }

  /**
   * Times at which {@link #watches} want to see the engine; those before the first event are not.
   */
  public TraceRun stops(Collection<Instant> times) {
    stops = List.copyOf(times);
    return this;
  }

  /** Whether the first broken line ends the run; off by default. */
  public TraceRun strict(boolean on) {
    strict = on;
    return this;
  }

  /** Looks at the engine after its ticks and at the {@link #stops}. */
  public TraceRun watches(List<EngineWatch> others) {
    watches = List.copyOf(others);
    return this;
  }

  /** Goes on at least until then. */
  public TraceRun until(Instant time) {
    until = time;
    return this;
  }

  /** Goes on for so long after that, so that what waits to be told is told. */
  public TraceRun settle(Duration length) {
    settle = length;
    return this;
  }

  /** How far events may be out of order; 30 s by default. */
  public TraceRun allowedLateness(Duration most) {
    lateness = most;
    return this;
  }

  /** Goes on until all windows are empty. */
  public TraceRun drain(boolean on) {
    drain = on;
    return this;
  }

  /**
   * Runs.
   *
   * @throws dev.tocsin.replay.TraceException when the trace cannot be read or holds no event
   */
  public Replay run() {
    Instant start = trace.start();
    Recorder recorder = new Recorder(plan, probes, watches, listeners);
    var replay =
        trace
            .replay(plan)
            .edited(edits)
            .listener(recorder)
            .watch(recorder)
            .strict(strict)
            .drain(drain)
            .settle(settle);
    replay.stops(stops);
    replay.stops(probes.stream().map(Replay.Probe::at).toList());
    replay.evaluators(
        ServiceLoader.load(Evaluator.class).stream().map(ServiceLoader.Provider::get).toList());
    if (until != null) {
      replay.atLeastUntil(until);
    }
    if (lateness != null) {
      replay.allowedLateness(lateness);
    }
    ReplaySummary summary = replay.run();
    return recorder.replay(trace.name(), zone, marks, summary, start);
  }
}
