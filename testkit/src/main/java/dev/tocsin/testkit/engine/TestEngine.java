package dev.tocsin.testkit.engine;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.EventRecorder;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine for the tests of a service: rules are evaluated as in production, but on a clock that
 * only {@link #advance} moves, and channels and actions only remember. There is nothing to wait
 * for: when {@link #advance} returns, all that is due has happened. Events may be recorded from any
 * thread; the rest belongs to the thread of the test.
 */
public final class TestEngine implements EventRecorder, AutoCloseable {
  private final Plan plan;
  private final ZoneId zone;
  private final TestClock clock;
  private final Instant start;
  private final Tocsin tocsin;
  private final TransitionLog transitions;
  private final SentLog sent;
  private final Tally tally = new Tally();

  TestEngine(
      Plan plan,
      ZoneId zone,
      TestClock clock,
      Tocsin tocsin,
      TransitionLog transitions,
      SentLog sent) {
    this.plan = plan;
    this.zone = zone;
    this.clock = clock;
    this.start = clock.instant();
    this.tocsin = tocsin;
    this.transitions = transitions;
    this.sent = sent;
  }

  /**
   * An engine with the rules of a file, at 2026-01-05T10:00:00Z.
   *
   * @throws java.io.UncheckedIOException when the file cannot be read
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when anything in it is wrong
   */
  public static TestEngine of(Path rules) {
    return with(rules).start();
  }

  /** Begins to describe an engine. */
  public static TestEngineBuilder with(Path rules) {
    return new TestEngineBuilder(rules);
  }

  @Override
  public boolean record(@Nullable Event event) {
    boolean taken = tocsin.record(event);
    if (taken && event != null) {
      tally.add(event);
    }
    return taken;
  }

  /** A call that ends now. */
  public CallBuilder call() {
    return Call.at(clock.instant());
  }

  /** The engine's clock, for the service under test. */
  public InstantSource clock() {
    return clock;
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Lets time go by. What was recorded before is evaluated, tick after tick; all messages that are
   * due are sent and all actions performed.
   */
  public void advance(Duration by) {
    tocsin.tick(clock.advance(by));
  }

  /** The engine itself: alerts, readings, silences, acknowledgements. */
  public Tocsin tocsin() {
    return tocsin;
  }

  /**
   * What happened so far. The calls and costs of its summary are those of all events recorded here,
   * repeats and late ones included.
   */
  public Replay replay() {
    List<Transition> all = transitions.all();
    Instant end = Optional.ofNullable(tocsin.health().lastEvaluation()).orElse(start);
    return new Replay(
        plan,
        "test engine",
        zone,
        all,
        sent.messages(),
        sent.actions(),
        List.of(),
        List.of(),
        tally.summary(plan, tocsin, all),
        start,
        end);
  }

  @Override
  public void close() {
    tocsin.close();
  }
}
