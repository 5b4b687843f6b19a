package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.testkit.Replay;
import java.util.List;
import java.util.Optional;

/** One expectation, held against what a replay did. */
@FunctionalInterface
public interface Check {

  /** What was missed, if anything. */
  Optional<Miss> in(Replay replay);

  /**
   * The check of an expectation.
   *
   * @param all of the same test, this one too
   */
  static Check of(Expectation expectation, List<Expectation> all) {
    if (expectation instanceof Expectation.OfAlert alert) {
      return new AlertCheck(alert);
    }
    if (expectation instanceof Expectation.Never never) {
      return new NeverCheck(never);
    }
    if (expectation instanceof Expectation.Standing standing) {
      return new StandingCheck(standing);
    }
    if (expectation instanceof Expectation.OfMessage message) {
      return new MessageCheck(message);
    }
    if (expectation instanceof Expectation.OfTrace trace) {
      return new TraceCheck(trace);
    }
    if (expectation instanceof Expectation.OfValue value) {
      return new ValueCheck(value);
    }
    return new NoOtherAlertsCheck((Expectation.NoOtherAlerts) expectation, all);
  }
}
