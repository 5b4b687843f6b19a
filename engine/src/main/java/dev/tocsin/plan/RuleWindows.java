package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.WindowClause;
import dev.tocsin.window.CalendarPeriod;
import dev.tocsin.window.WindowShape;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The windows that a rule gives to those of its terms that have none of their own; knows at the end
 * which of them no term took.
 */
final class RuleWindows {
  private static final Set<String> WINDOWS = Set.of("window", "current_window", "baseline_window");

  private final RuleDefinition rule;
  private final long tickNanos;
  private final Problems problems;
  private final Constants constants;
  private final RuleResolution resolution;
  private boolean windowTaken;
  private boolean currentTaken;
  private boolean baselineTaken;

  RuleWindows(RuleDefinition rule, long tickNanos, Problems problems) {
    this.rule = rule;
    this.tickNanos = tickNanos;
    this.problems = problems;
    this.constants = new Constants(problems);
    this.resolution = new RuleResolution(rule, tickNanos, problems);
  }

  /** The window of an ordinary aggregate. */
  WindowShape plain(Clauses clauses, Span term) throws TypingException {
    if (clauses.comparison().isPresent()) {
      throw problems.error(
          Code.WRONG_ARGUMENTS,
          clauses.comparison().get().span(),
          "only drift statistics such as ks compare with something");
    }
    if (clauses.window().isPresent()) {
      return written(clauses.window().get(), 0);
    }
    if (rule.window().isPresent()) {
      windowTaken = true;
      return sliding(rule.window().get(), 0);
    }
    throw missing(
        term,
        "'" + term.text() + "' has no window",
        "add 'window: 5m' to the rule or 'over 5m' behind it");
  }

  /** The window and baseline of a drift statistic. */
  WindowShape drift(Clauses clauses, Span term, String function) throws TypingException {
    long baseline;
    if (clauses.comparison().isPresent()
        && clauses.comparison().get() instanceof ComparisonClause.Previous previous) {
      baseline = constants.durationNanos(previous.length(), "a baseline");
    } else if (rule.baselineWindow().isPresent()) {
      baselineTaken = true;
      baseline = positive(rule.baselineWindow().get(), "baseline_window");
    } else {
      throw missing(
          term,
          "'" + term.text() + "' has no baseline to compare with",
          "add 'baseline_window: 7d' to the rule or 'vs previous 7d' behind it");
    }
    if (clauses.window().isPresent()) {
      if (clauses.window().get() instanceof WindowClause.Per per) {
        throw problems.notSupportedYet(per.span(), "'" + function + "' per period");
      }
      return written(clauses.window().get(), baseline);
    }
    if (rule.currentWindow().isPresent()) {
      currentTaken = true;
      return sliding(rule.currentWindow().get(), baseline);
    }
    if (rule.window().isPresent()) {
      windowTaken = true;
      return sliding(rule.window().get(), baseline);
    }
    throw missing(
        term,
        "'" + term.text() + "' has no window",
        "add 'current_window: 24h' to the rule or 'over 24h' behind it");
  }

  /** Not told of a rule of which a window could not be read: that is told already. */
  private TypingException missing(Span term, String message, String hint) {
    return Collections.disjoint(rule.unread(), WINDOWS)
        ? problems.error(Code.MISSING_WINDOW, term, message, hint)
        : new TypingException();
  }

  /** Reports windows of the rule that no term took. */
  void rejectUnused() {
    rejectUnused(rule.window(), windowTaken, "window");
    rejectUnused(rule.currentWindow(), currentTaken, "current_window");
    rejectUnused(rule.baselineWindow(), baselineTaken, "baseline_window");
    resolution.rejectUnused();
  }

  private void rejectUnused(Optional<Located<Duration>> window, boolean taken, String key) {
    if (window.isPresent() && !taken && !rule.shared().contains(key)) {
      problems.error(
          Code.UNUSED_WINDOW,
          window.get().span(),
          "no term of the condition takes this '" + key + "'",
          key.equals("window")
              ? "each has a window of its own; remove one of the two"
              : "drift statistics such as ks take it where they have none of their own; remove it");
    }
  }

  private WindowShape written(WindowClause clause, long baseline) throws TypingException {
    if (clause instanceof WindowClause.Over over) {
      return shape(constants.durationNanos(over.length(), "a window"), baseline, over.span());
    }
    WindowClause.Per per = (WindowClause.Per) clause;
    return new WindowShape.Calendar(
        switch (per.period()) {
          case MINUTE -> CalendarPeriod.MINUTE;
          case HOUR -> CalendarPeriod.HOUR;
          case DAY -> CalendarPeriod.DAY;
          case WEEK -> CalendarPeriod.WEEK;
          case MONTH -> CalendarPeriod.MONTH;
        },
        per.zone().isPresent() ? zone(per.zone().get()) : ZoneOffset.UTC);
  }

  private ZoneId zone(Located<String> name) throws TypingException {
    try {
      return ZoneId.of(name.value());
    } catch (DateTimeException e) {
      throw problems.error(
          Code.BAD_ZONE,
          name.span(),
          "no time zone '" + name.value() + "'",
          dev.tocsin.dsl.diagnostic.Suggestions.nearest(
              name.value(), ZoneId.getAvailableZoneIds()));
    }
  }

  private WindowShape sliding(Located<Duration> window, long baseline) throws TypingException {
    return shape(positive(window, "window"), baseline, window.span());
  }

  private long positive(Located<Duration> window, String key) throws TypingException {
    if (window.value().isZero()) {
      throw problems.error(Code.BAD_WINDOW, window.span(), "'" + key + "' must be more than zero");
    }
    return window.value().toNanos();
  }

  private WindowShape shape(long length, long baseline, Span span) throws TypingException {
    if (length % tickNanos != 0) {
      throw problems.error(
          Code.BAD_WINDOW,
          span,
          "a window must be a whole number of ticks, and a tick is "
              + Problems.text(Duration.ofNanos(tickNanos)));
    }
    return resolution.applied(WindowShape.Sliding.of(length, tickNanos, baseline));
  }
}
