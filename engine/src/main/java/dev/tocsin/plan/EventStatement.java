package dev.tocsin.plan;

import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.event.Predicate;
import java.util.List;
import java.util.Optional;

/** A statement about one event that stands alone, in no rule. */
public final class EventStatement {
  private EventStatement() {}

  /**
   * What is tested of events, typed as behind {@code where} in a rule; empty where it is wrong,
   * which is reported.
   */
  public static Optional<Predicate> type(
      Expr statement, FieldCatalog fields, Diagnostics diagnostics) {
    Problems problems = new Problems(diagnostics);
    KnownFields known = new KnownFields(problems, fields, new Metrics(List.of()));
    try {
      return Optional.of(new PredicateTyper(problems, known).type(statement));
    } catch (TypingException reported) {
      return Optional.empty();
    }
  }
}
