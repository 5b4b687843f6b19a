package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.WindowClause;
import dev.tocsin.window.CalendarPeriod;
import dev.tocsin.window.WindowShape;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The windows that a rule gives to those of its terms that have none of their own; knows at the end
 * which of them no term took.
 */
final class RuleWindows {
  private static final long MOST_PERIODS_BACK = 1000;
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

  /**
   * The window of a term, with the baseline that its function compares it with.
   *
   * @param term as the author wrote it
   */
  WindowShape of(Function function, Clauses clauses, Span term) throws TypingException {
    long baseline = 0;
    long offset = 0;
    boolean failed = false;
    try {
      baseline = baseline(function, clauses, term);
    } catch (TypingException reported) {
      failed = true; // go on, so that all problems of a term come at once
    }
    try {
      offset = clauses.offset().isPresent() ? offset(clauses) : 0;
    } catch (TypingException reported) {
      failed = true;
    }
    WindowShape shape = window(function, clauses, term, baseline, offset);
    if (failed) {
      throw new TypingException();
    }
    return shape;
  }

  private WindowShape window(
      Function function, Clauses clauses, Span term, long baseline, long offset)
      throws TypingException {
    boolean drift = function.comparesWithBaseline();
    if (clauses.window().isPresent()) {
      if (clauses.window().get() instanceof WindowClause.Over over) {
        long length = constants.durationNanos(over.length(), "a window");
        return sliding(length, baseline, offset, over.span());
      }
      WindowClause.Per per = (WindowClause.Per) clauses.window().get();
      if (drift) {
        problems.notSupportedYet(per.span(), "'" + function.label() + "' per period");
      }
      return calendar(per, clauses.offset(), offset);
    }
    if (drift && rule.currentWindow().isPresent()) {
      currentTaken = true;
      Located<Duration> length = rule.currentWindow().get();
      return sliding(positive(length, "current_window"), baseline, offset, length.span());
    }
    if (rule.window().isPresent()) {
      windowTaken = true;
      Located<Duration> length = rule.window().get();
      return sliding(positive(length, "window"), baseline, offset, length.span());
    }
    throw missing(
        term,
        "'" + term.text() + "' has no window",
        drift
            ? "add 'current_window: 24h' to the rule or 'over 24h' behind it"
            : "add 'window: 5m' to the rule or 'over 5m' behind it");
  }

  /** How long the stretch before the window is that it is compared with; 0 for none. */
  private long baseline(Function function, Clauses clauses, Span term) throws TypingException {
    if (!function.comparesWithBaseline()) {
      clauses
          .comparison()
          .ifPresent(
              comparison ->
                  problems.error(
                      Code.WRONG_ARGUMENTS,
                      comparison.span(),
                      "only drift statistics such as ks compare with something"));
      return 0;
    }
    if (clauses.comparison().isPresent()) {
      return clauses.comparison().get() instanceof ComparisonClause.Previous previous
          ? constants.durationNanos(previous.length(), "a baseline")
          : 0;
    }
    if (rule.baselineWindow().isPresent()) {
      baselineTaken = true;
      return positive(rule.baselineWindow().get(), "baseline_window");
    }
    throw missing(
        term,
        "'" + term.text() + "' has no baseline to compare with",
        "add 'baseline_window: 7d' to the rule or 'vs previous 7d' behind it");
  }

  private long offset(Clauses clauses) throws TypingException {
    Expr.NumberLiteral offset = clauses.offset().orElseThrow();
    return wholeTicks(constants.durationNanos(offset, "an offset"), "an offset", offset.span());
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

  private WindowShape calendar(
      WindowClause.Per per, Optional<Expr.NumberLiteral> written, long offset)
      throws TypingException {
    CalendarPeriod period = CalendarPeriod.valueOf(per.period().name());
    ZoneId zone = per.zone().isPresent() ? zone(per.zone().get()) : ZoneOffset.UTC;
    return new WindowShape.Calendar(
        period, zone, written.isPresent() ? back(per, period, written.get(), offset) : 0);
  }

  /** How many periods an offset goes back. */
  private int back(
      WindowClause.Per per, CalendarPeriod period, Expr.NumberLiteral written, long offset)
      throws TypingException {
    long length =
        switch (period) {
          case MINUTE -> Duration.ofMinutes(1).toNanos();
          case HOUR -> Duration.ofHours(1).toNanos();
          case DAY -> Duration.ofDays(1).toNanos();
          case WEEK -> Duration.ofDays(7).toNanos();
          case MONTH -> throw problems.notSupportedYet(written.span(), "an 'offset' per month");
        };
    if (offset % length != 0 || offset / length > MOST_PERIODS_BACK) {
      String name = period.name().toLowerCase(Locale.ROOT);
      throw problems.error(
          Code.BAD_WINDOW,
          written.span(),
          "'%s' goes back by whole %ss, %d at most"
              .formatted(per.span().text(), name, MOST_PERIODS_BACK));
    }
    return (int) (offset / length);
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

  private long positive(Located<Duration> window, String key) throws TypingException {
    if (window.value().isZero()) {
      throw problems.error(Code.BAD_WINDOW, window.span(), "'" + key + "' must be more than zero");
    }
    return window.value().toNanos();
  }

  private WindowShape sliding(long length, long baseline, long offset, Span span)
      throws TypingException {
    return resolution.applied(
        WindowShape.Sliding.of(wholeTicks(length, "a window", span), tickNanos, baseline, offset));
  }

  private long wholeTicks(long length, String what, Span span) throws TypingException {
    if (length % tickNanos != 0) {
      throw problems.error(
          Code.BAD_WINDOW,
          span,
          what
              + " must be a whole number of ticks, and a tick is "
              + Problems.text(Duration.ofNanos(tickNanos)));
    }
    return length;
  }
}
