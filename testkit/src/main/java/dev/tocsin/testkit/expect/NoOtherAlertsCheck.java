package dev.tocsin.testkit.expect;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Only alerts fire of which the other expectations say that they do something. */
final class NoOtherAlertsCheck implements Check {
  private final Expectation.NoOtherAlerts expected;
  private final Set<String> named;

  NoOtherAlertsCheck(Expectation.NoOtherAlerts expected, List<Expectation> all) {
    this.expected = expected;
    this.named =
        all.stream().flatMap(each -> named(each).stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> named(Expectation expectation) {
    if (expectation instanceof Expectation.OfAlert alert) {
      return Optional.of(alert.rule().value());
    }
    return expectation instanceof Expectation.Standing standing
            && standing.is().filter(state -> state == Expectation.State.FIRING).isPresent()
        ? Optional.of(standing.rule().value())
        : Optional.empty();
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    Map<String, Transition> others = new LinkedHashMap<>();
    replay.transitions().stream()
        .filter(Transition::beginsFiring)
        .filter(transition -> !named.contains(transition.rule()))
        .forEach(transition -> others.putIfAbsent(transition.rule(), transition));
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Transition first = others.values().iterator().next();
    Window then = new Window(Optional.of(first.time()), Optional.of(first.time()));
    List<String> found =
        others.values().stream()
            .map(
                each ->
                    Words.alert(each.rule(), each.group())
                        + " at "
                        + ReplayTimes.of(replay).text(each.time()))
            .toList();
    String only = named.isEmpty() ? "no alert fires" : "no alert fires but " + Words.list(named);
    return Optional.of(
        Misses.of(
            expected.span(),
            only,
            "there fired " + Words.list(found),
            Optional.of(first.rule()),
            then,
            replay));
  }
}
