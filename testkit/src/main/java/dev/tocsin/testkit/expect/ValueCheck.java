package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.testfile.Expectation.OfValue;
import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an expression comes to at a time. */
final class ValueCheck implements Check {
  private final OfValue expected;

  ValueCheck(OfValue expected) {
    this.expected = expected;
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    Instant at = expected.at().value().in(replay.start(), replay.zone());
    Window then = new Window(Optional.of(at), Optional.of(at));
    String text = expected.expression().text();
    Replay.Probe probe = new Replay.Probe(text, Map.of(), at);
    Optional<Fact> fact =
        replay.probes().stream()
            .filter(probed -> probed.probe().equals(probe))
            .findFirst()
            .flatMap(probed -> probed.comparisons().stream().findFirst())
            .map(comparison -> FiringFacts.reading(expected.is(), comparison.reading()));
    Optional<String> found =
        fact.isEmpty()
            ? Optional.of("the replay was not there at that time")
            : fact.flatMap(Fact::found);
    return found.map(
        what ->
            Misses.of(
                expected.span(),
                fact.map(Fact::expected).orElse(text + " has a value") + then.text(replay),
                what,
                Optional.empty(),
                then,
                replay));
  }
}
