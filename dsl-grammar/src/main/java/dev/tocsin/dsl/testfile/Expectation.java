package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.NumberText.Reading.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test expects. Immutable. */
public sealed interface Expectation {

  /** All of it. */
  Span span();

  /** What an alert can do. */
  enum Step {
    PENDING,
    FIRES,
    RESOLVES,
    SENT
  }

  /** Why an alert can be there. */
  enum Reason {
    CONDITION,
    NO_DATA,
    OVERFLOW
  }

  /** How an alert can stand. */
  enum State {
    INACTIVE,
    PENDING,
    FIRING
  }

  /**
   * An alert of a rule does something, and is so.
   *
   * @param rule its name
   * @param group dimensions that it has, with their values; not all need be named
   * @param reason why it is there
   * @param pending when it begins to wait
   * @param fires when it begins to fire
   * @param resolves when it stops firing
   * @param severity with which it fires, at once or because it got worse
   * @param labels when it fires
   * @param annotations when it fires
   * @param told to whom it is told
   * @param reading what it reads when it begins to fire
   */
  record OfAlert(
      Located<String> rule,
      Map<String, Located<String>> group,
      Reason reason,
      Optional<When> pending,
      Optional<When> fires,
      Optional<When> resolves,
      Optional<Located<String>> severity,
      Optional<Texts> labels,
      Optional<Texts> annotations,
      Told told,
      Optional<Amount> reading,
      Span span)
      implements Expectation {}

  /**
   * No alert of a rule does something.
   *
   * @param rule its name
   * @param group as {@link OfAlert}
   * @param reason as {@link OfAlert}
   * @param steps none of these
   * @param during only then; at any time where it is empty
   */
  record Never(
      Located<String> rule,
      Map<String, Located<String>> group,
      Reason reason,
      List<Step> steps,
      Optional<When> during,
      Span span)
      implements Expectation {}

  /**
   * How an alert stands at a time.
   *
   * @param rule its name
   * @param group as {@link OfAlert}; where a reading is asked for, all dimensions
   * @param reason as {@link OfAlert}
   * @param at the time; the end where it is empty
   * @param is its state
   * @param reading the value of its first comparison
   */
  record Standing(
      Located<String> rule,
      Map<String, Located<String>> group,
      Reason reason,
      Optional<Located<TimePoint>> at,
      Optional<State> is,
      Optional<Amount> reading,
      Span span)
      implements Expectation {}

  /**
   * What an expression comes to at a time.
   *
   * @param expression in the condition language
   * @param at the time
   * @param is what it comes to
   */
  record OfValue(Fragment expression, Located<TimePoint> at, Amount is, Span span)
      implements Expectation {}

  /**
   * Messages.
   *
   * @param to the channel, if it matters
   * @param receiver the receiver, if it matters
   * @param cause news, repeat, escalation, summary or acknowledged, if it matters
   * @param rules those it tells of, if it matters: all of them
   * @param firing how many alerts in it fire, if it matters
   * @param resolved how many have resolved, if it matters
   * @param title a part of it, if it matters
   * @param text a part of it, if it matters
   * @param when at least one comes then, or as many as it says
   */
  record OfMessage(
      Optional<Located<String>> to,
      Optional<Located<String>> receiver,
      Optional<Located<String>> cause,
      Optional<List<Located<String>>> rules,
      Optional<Long> firing,
      Optional<Long> resolved,
      Optional<Located<String>> title,
      Optional<Located<String>> text,
      When when,
      Span span)
      implements Expectation {}

  /**
   * Totals of the trace.
   *
   * @param totals by what is counted
   */
  record OfTrace(Map<String, Amount> totals, Span span) implements Expectation {}

  /** Only alerts fire of which the other expectations say that they do something. */
  record NoOtherAlerts(Span span) implements Expectation {}

  /**
   * When something happens; all times inclusive.
   *
   * @param from not before, if it says so
   * @param to not after, if it says so
   * @param within no longer after {@code from}, if it says so
   * @param times exactly so often, if it says so; else at least once
   * @param span all of it
   */
  record When(
      Optional<Located<TimePoint>> from,
      Optional<Located<TimePoint>> to,
      Optional<Duration> within,
      Optional<Long> times,
      Span span) {}

  /**
   * Names and texts.
   *
   * @param texts by name
   * @param exactly whether there are no others
   */
  record Texts(Map<String, Located<String>> texts, boolean exactly, Span span) {}

  /**
   * Who is told, and what is done; each of them empty where it does not matter.
   *
   * @param channels exactly these
   * @param notChannels none of these
   * @param receivers exactly these
   * @param actions exactly these
   */
  record Told(
      Optional<List<Located<String>>> channels,
      Optional<List<Located<String>>> notChannels,
      Optional<List<Located<String>>> receivers,
      Optional<List<Located<String>>> actions) {}

  /**
   * A number, about.
   *
   * @param value with the unit it was written in
   * @param negative whether a minus stands in front of it
   * @param tolerance how much it may differ: a share of it where in percent, in its unit where it
   *     has none of its own; half of the last digit that is written where empty
   */
  record Amount(Value value, boolean negative, Optional<Value> tolerance, Span span) {}
}
