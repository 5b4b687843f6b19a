package dev.tocsin.testkit.engine;

import dev.tocsin.Rules;
import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Describes an engine for a test. */
public final class TestEngineBuilder {
  /** A Monday. */
  private static final Instant DEFAULT_START = Instant.parse("2026-01-05T10:00:00Z");

  private final Path rules;
  private final List<DeclaredField> fields = new ArrayList<>();
  private final List<Evaluator> evaluators = new ArrayList<>();
  private Instant start = DEFAULT_START;
  private ZoneId zone = ZoneOffset.UTC;

  TestEngineBuilder(Path rules) {
    this.rules = rules;
  }

  /** The time at which the test begins; 2026-01-05T10:00:00Z, a Monday, by default. */
  public TestEngineBuilder startingAt(Instant time) {
    start = time;
    return this;
  }

  /** In which times without a zone are read and shown; UTC by default. */
  public TestEngineBuilder zone(ZoneId ofTimes) {
    zone = ofTimes;
    return this;
  }

  /** A field of the host's own, as {@link TocsinBuilder#field}. */
  public TestEngineBuilder field(DeclaredField field) {
    fields.add(field);
    return this;
  }

  /** An evaluator, asked for every call, in line. */
  public TestEngineBuilder evaluator(Evaluator evaluator) {
    evaluators.add(evaluator);
    return this;
  }

  /**
   * Loads the rules and starts the engine.
   *
   * @throws UncheckedIOException when the rule file cannot be read
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when anything in it is wrong; the
   *     message is what {@code tocsin check} says
   */
  public TestEngine start() {
    Plan plan = plan();
    TestClock clock = new TestClock(start);
    SentLog sent = new SentLog();
    TransitionLog transitions = new TransitionLog();
    TocsinBuilder builder =
        Tocsin.builder().rules(rules).tickByHand().clock(clock).listener(transitions);
    sent.channels(plan).forEach(builder::channel);
    sent.actions(plan).forEach(builder::action);
    fields.forEach(builder::field);
    evaluators.forEach(builder::evaluator);
    return new TestEngine(plan, zone, clock, builder.build(), transitions, sent);
  }

  private Plan plan() {
    try {
      return Rules.load(rules, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules in " + rules, e);
    }
  }
}
