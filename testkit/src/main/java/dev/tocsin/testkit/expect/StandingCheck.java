package dev.tocsin.testkit.expect;

import dev.tocsin.api.AlertState;
import dev.tocsin.dsl.testfile.Expectation.Standing;
import dev.tocsin.dsl.testfile.Expectation.State;
import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an alert stands at a time. */
final class StandingCheck implements Check {
  private final Standing expected;

  StandingCheck(Standing expected) {
    this.expected = expected;
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    Instant at = at(replay);
    return expected
        .is()
        .flatMap(state -> state(state, at, replay))
        .or(() -> expected.reading().flatMap(amount -> reading(at, replay)));
  }

  private Instant at(Replay replay) {
    return expected
        .at()
        .map(time -> time.value().in(replay.start(), replay.zone()))
        .orElse(replay.end());
  }

  private Optional<Miss> state(State state, Instant at, Replay replay) {
    List<AlertState> states =
        Life.of(replay, expected.rule().value(), group(), expected.reason()).stream()
            .map(life -> life.stateAt(at))
            .filter(each -> each != AlertState.INACTIVE)
            .toList();
    AlertState wanted = AlertState.valueOf(state.name());
    boolean met = wanted == AlertState.INACTIVE ? states.isEmpty() : states.contains(wanted);
    String found = states.isEmpty() ? "it is inactive" : "it is " + states.get(0).label();
    return met ? Optional.empty() : Optional.of(miss("is " + wanted.label(), found, at, replay));
  }

  private Optional<Miss> reading(Instant at, Replay replay) {
    Replay.Probe probe = new Replay.Probe(expected.rule().value(), group(), at);
    Optional<Fact> fact =
        replay.probes().stream()
            .filter(probed -> probed.probe().equals(probe))
            .findFirst()
            .flatMap(probed -> probed.comparisons().stream().findFirst())
            .flatMap(
                comparison ->
                    expected
                        .reading()
                        .map(want -> FiringFacts.reading(want, comparison.reading())));
    if (fact.isEmpty()) {
      return Optional.of(miss("has a reading", "there is none at that time", at, replay));
    }
    return fact.get().found().map(found -> miss(": " + fact.get().expected(), found, at, replay));
  }

  private Map<String, String> group() {
    return Words.plain(expected.group());
  }

  private Miss miss(String expects, String found, Instant at, Replay replay) {
    Window then = new Window(Optional.of(at), Optional.of(at));
    String alert = Words.alert(expected.rule().value(), group());
    return Misses.of(
        expected.span(),
        alert + (expects.startsWith(":") ? "" : " ") + expects + then.text(replay),
        found,
        Optional.of(expected.rule().value()),
        then,
        replay);
  }
}
