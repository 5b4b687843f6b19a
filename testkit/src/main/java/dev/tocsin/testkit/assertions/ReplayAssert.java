package dev.tocsin.testkit.assertions;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.testkit.ActionRun;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.AlertName;
import dev.tocsin.testkit.timeline.ReplayTimes;
import dev.tocsin.testkit.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What rules did on a trace. Failures show the timeline around what was missed. */
public class ReplayAssert extends AbstractAssert<ReplayAssert, Replay> {
  private static final int MOST = 3;

  private final Consumer<AssertionError> onFailure;

  ReplayAssert(Replay actual, Consumer<AssertionError> onFailure) {
    super(actual, ReplayAssert.class);
    this.onFailure = onFailure;
  }

  /** The alerts of a rule. */
  public AlertAssert alert(String rule) {
    isNotNull();
    return new AlertAssert(AlertScope.of(actual, rule), onFailure).as(info.description());
  }

  /**
   * The messages to a channel.
   *
   * @throws IllegalArgumentException when no rule, receiver or severity has it
   */
  public MessagesAssert messages(String channel) {
    isNotNull();
    new Asked(actual).channels(channel);
    return new MessagesAssert(actual, channel, onFailure).as(info.description());
  }

  /** No alert fired at all. */
  public ReplayAssert noAlertsFired() {
    return noOtherAlertsFired();
  }

  /** No alerts fired but, maybe, those of some rules. */
  public ReplayAssert noOtherAlertsFired(String... but) {
    isNotNull();
    Set<String> allowed = Set.of(but);
    Optional<String> unknown = unknown(allowed);
    List<Transition> others =
        actual.transitions().stream()
            .filter(each -> each.beginsFiring() && !allowed.contains(each.rule()))
            .toList();
    String expected =
        allowed.isEmpty() ? "no alert to fire" : "no alert to fire but " + String.join(", ", but);
    if (unknown.isPresent()) {
      onFailure.accept(failure("%s", "expected " + expected + "\nbut " + unknown.get()));
    } else if (!others.isEmpty()) {
      Set<String> rules = others.stream().map(Transition::rule).collect(Collectors.toSet());
      fail(expected, fired(others), about(rules, others.get(0).time()));
    }
    return this;
  }

  /**
   * Those actions would have been performed, by whatever alert.
   *
   * @throws IllegalArgumentException when none is named
   */
  public ReplayAssert performed(String... actions) {
    isNotNull();
    List<String> wanted = Asked.names("action", actions);
    List<String> done = actual.actions().stream().map(ActionRun::action).distinct().toList();
    if (!done.containsAll(wanted)) {
      String instead = done.isEmpty() ? "nothing was" : "only " + String.join(", ", done);
      fail(String.join(", ", wanted) + " to be performed", instead, Timeline.of(actual));
    }
    return this;
  }

  /** No action would have been performed. */
  public ReplayAssert performedNothing() {
    isNotNull();
    if (!actual.actions().isEmpty()) {
      ActionRun first = actual.actions().get(0);
      String instead =
          first.action()
              + " was, at "
              + ReplayTimes.of(actual).text(first.time())
              + ", for "
              + AlertName.of(first.firing());
      fail(
          "no action to be performed", instead, about(Set.of(first.firing().rule()), first.time()));
    }
    return this;
  }

  /** No line of the trace was broken, late, or a repeat. */
  public ReplayAssert readWholeTrace() {
    isNotNull();
    var summary = actual.summary();
    if (summary.skipped() + summary.late() + summary.duplicates() > 0) {
      String instead =
          "%,d of its lines were broken, %,d late, %,d repeats"
              .formatted(summary.skipped(), summary.late(), summary.duplicates());
      fail("all of " + actual.trace() + " to be read", instead, Timeline.of(actual));
    }
    return this;
  }

  private String fired(List<Transition> others) {
    ReplayTimes times = ReplayTimes.of(actual);
    String first =
        others.stream()
            .limit(MOST)
            .map(each -> AlertName.of(each) + " fired at " + times.text(each.time()))
            .collect(Collectors.joining(", "));
    return first + (others.size() > MOST ? ", and " + (others.size() - MOST) + " more" : "");
  }

  private Timeline about(Set<String> rules, Instant at) {
    return Timeline.of(actual).about((rule, group) -> rules.contains(rule)).around(at, at);
  }

  private Optional<String> unknown(Set<String> rules) {
    List<String> known =
        Stream.concat(
                actual.plan().rules().stream().map(RulePlan::name),
                actual.transitions().stream().map(Transition::rule))
            .distinct()
            .toList();
    return rules.stream()
        .filter(rule -> !known.contains(rule))
        .sorted()
        .findFirst()
        .map(
            rule ->
                "there is no rule '"
                    + rule
                    + "' that is enabled"
                    + Suggestions.nearest(rule, known).map(hint -> "; " + hint).orElse(""));
  }

  private void fail(String expected, String instead, Timeline timeline) {
    onFailure.accept(failure("%s", Failing.text(expected, instead, timeline)));
  }
}
