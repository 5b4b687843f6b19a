package dev.tocsin.dsl.syntax;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.util.Optional;

/** Which stretch of time a term looks at. */
public sealed interface WindowClause {

  /** Where it was written. */
  Span span();

  /** {@code over 10m}: a window that slides. */
  record Over(Expr.NumberLiteral length, Span span) implements WindowClause {}

  /**
   * {@code per day "Europe/Berlin"}: a period of the calendar.
   *
   * @param period minute, hour, day, week or month
   * @param zone a time zone, UTC when absent; its name is not checked here
   */
  record Per(Period period, Optional<Located<String>> zone, Span span) implements WindowClause {}

  /** A period of the calendar. */
  enum Period {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH
  }
}
