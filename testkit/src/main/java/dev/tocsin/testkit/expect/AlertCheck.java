package dev.tocsin.testkit.expect;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.testfile.Expectation.OfAlert;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.timeline.ReplayTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An alert does something, and is so: one life of it meets all that is said. */
final class AlertCheck implements Check {
  private static final int MOST_TIMES = 5;

  private final OfAlert expected;

  AlertCheck(OfAlert expected) {
    this.expected = expected;
  }

  /** How far a life got, and where it did not go on. */
  private record Failure(int steps, Life life, String expected, String found, Window window) {}

  /** One thing that is said of a life. */
  private record Step(String expected, Window window, Optional<String> found) {}

  @Override
  public Optional<Miss> in(Replay replay) {
    String rule = expected.rule().value();
    List<Life> lives = Life.of(replay, rule, Words.plain(expected.group()), expected.reason());
    List<Failure> failures = new ArrayList<>();
    List<Life> met = new ArrayList<>();
    for (Life life : lives) {
      Optional<Failure> failure = failure(life, replay);
      failure.ifPresent(failures::add);
      if (failure.isEmpty()) {
        met.add(life);
      }
    }
    Optional<Long> times =
        Stream.of(expected.fires(), expected.pending(), expected.resolves())
            .flatMap(Optional::stream)
            .flatMap(when -> when.times().stream())
            .findFirst();
    if (times.isPresent() ? times.get() == met.size() : !met.isEmpty()) {
      return Optional.empty();
    }
    if (times.isPresent() && !met.isEmpty()) {
      return Optional.of(wrongCount(times.get(), met, replay));
    }
    Failure nearest =
        failures.stream()
            .reduce((best, next) -> next.steps() > best.steps() ? next : best)
            .orElse(null);
    return Optional.of(nearest == null ? neverLived(replay) : miss(nearest, replay));
  }

  private Miss wrongCount(long times, List<Life> met, Replay replay) {
    Window window = fires(replay);
    boolean waits = onlyWaits();
    String when =
        String.join(
            ", ",
            met.stream()
                .flatMap(life -> (waits ? life.pending() : fired(life)).stream())
                .map(begun -> ReplayTimes.of(replay).text(begun.time()))
                .limit(MOST_TIMES)
                .toList());
    return Misses.of(
        expected.span(),
        name()
            + (waits ? Words.times("is", times, "pending") : Words.times("", times, "fires"))
            + window.text(replay),
        (waits ? "it was pending " : "it fired ")
            + Words.times(met.size())
            + (when.isEmpty() ? "" : ": " + when),
        Optional.of(expected.rule().value()),
        window,
        replay);
  }

  private Miss neverLived(Replay replay) {
    List<Life> others = Life.of(replay, expected.rule().value(), Map.of(), expected.reason());
    String found =
        others.isEmpty()
            ? neverHeld(replay)
            : "only " + Words.list(others.stream().map(Life::name).distinct().toList()) + " did";
    Window window = expected.fires().or(expected::pending).isPresent() ? fires(replay) : Window.ANY;
    return Misses.of(
        expected.span(),
        name() + (onlyWaits() ? " is pending" : " fires") + window.text(replay),
        found,
        Optional.of(expected.rule().value()),
        window,
        replay);
  }

  private String neverHeld(Replay replay) {
    return Life.of(replay, expected.rule().value(), Map.of()).stream()
        .map(life -> life.transitions().get(0).reason().label())
        .findFirst()
        .map(why -> "its condition never held; it has alerts with 'reason: " + why + "'")
        .orElseGet(() -> nearest(replay));
  }

  private String nearest(Replay replay) {
    return NearestApproach.among(replay, expected.rule().value())
        .map(
            probed ->
                "its condition never held; it came nearest at "
                    + ReplayTimes.of(replay).text(probed.probe().at())
                    + ": "
                    + Words.readings(probed.comparisons()))
        .orElse(
            replay.summary().withoutData().contains(expected.rule().value())
                ? "its condition never had data"
                : "its condition never held");
  }

  private Window fires(Replay replay) {
    return expected
        .fires()
        .or(expected::pending)
        .map(when -> Window.of(when, replay.start(), replay))
        .orElse(Window.ANY);
  }

  private Miss miss(Failure failure, Replay replay) {
    return Misses.of(
        expected.span(),
        failure.life().name() + " " + failure.expected(),
        failure.found(),
        Optional.of(expected.rule().value()),
        failure.window(),
        replay);
  }

  private String name() {
    Map<String, String> group = Words.plain(expected.group());
    return expected.rule().value() + (group.isEmpty() ? "" : group);
  }

  private Optional<Failure> failure(Life life, Replay replay) {
    List<Step> steps = new ArrayList<>();
    expected.pending().ifPresent(when -> steps.add(pending(when, life, replay)));
    boolean mustFire = !onlyWaits();
    Optional<Transition> fired = fired(life);
    if (mustFire) {
      steps.add(fires(life, replay));
      fired.ifPresent(firing -> facts(firing, life, replay).forEach(steps::add));
      expected.resolves().ifPresent(when -> steps.add(resolves(when, life, replay)));
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.found().isPresent()) {
        return Optional.of(
            new Failure(i, life, step.expected(), step.found().get(), step.window()));
      }
    }
    return Optional.empty();
  }

  private Stream<Step> facts(Transition firing, Life life, Replay replay) {
    Window then = new Window(Optional.of(firing.time()), Optional.of(firing.time()));
    return Stream.concat(
            FiringFacts.of(expected, firing).stream(),
            ToldFacts.of(expected.told(), life, replay).stream())
        .map(fact -> new Step(fact.expected(), then, fact.found()));
  }

  /** Whether it may wait in vain. */
  private boolean onlyWaits() {
    return expected.pending().isPresent() && expected.fires().isEmpty() && !saysMore();
  }

  private Optional<Transition> fired(Life life) {
    return expected.severity().isEmpty()
        ? life.fired()
        : life.firedAs(expected.severity().get().value());
  }

  private boolean saysMore() {
    return expected.resolves().isPresent()
        || expected.severity().isPresent()
        || expected.labels().isPresent()
        || expected.annotations().isPresent()
        || expected.reading().isPresent()
        || ToldFacts.says(expected.told());
  }

  private static Step pending(When when, Life life, Replay replay) {
    Window window = Window.of(when, replay.start(), replay);
    return step(
        "is pending", window, life.pending(), "it was pending from", "it never was", replay);
  }

  private Step fires(Life life, Replay replay) {
    Window window =
        expected.fires().map(when -> Window.of(when, replay.start(), replay)).orElse(Window.ANY);
    String never =
        life.pending()
            .map(
                pending ->
                    "it was pending from "
                        + ReplayTimes.of(replay).text(pending.time())
                        + life.transitions().stream()
                            .skip(1)
                            .findFirst()
                            .map(end -> " to " + ReplayTimes.of(replay).text(end.time()))
                            .orElse(" to the end")
                        + ", and did not fire")
            .orElse("it never did");
    return step("fires", window, fired(life), "it fired at", never, replay);
  }

  private static Step resolves(When when, Life life, Replay replay) {
    Instant base = life.fired().map(Transition::time).orElse(replay.start());
    Window window = Window.of(when, base, replay);
    String never =
        "it was still firing at "
            + ReplayTimes.of(replay).text(replay.end())
            + ", the end of the replay";
    return step("resolves", window, life.resolved(), "it resolved at", never, replay);
  }

  private static Step step(
      String verb,
      Window window,
      Optional<Transition> happened,
      String did,
      String never,
      Replay replay) {
    Optional<String> found =
        happened.isEmpty()
            ? Optional.of(never)
            : happened
                .map(Transition::time)
                .filter(time -> !window.holds(time))
                .map(time -> did + " " + ReplayTimes.of(replay).text(time));
    return new Step(verb + window.text(replay), window, found);
  }
}
