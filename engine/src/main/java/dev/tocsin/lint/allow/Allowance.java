package dev.tocsin.lint.allow;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One code that a comment allows.
 *
 * @param code which warning
 * @param span where the comment names it
 * @param until the last day, in UTC
 * @param reason in words, if the comment gives one
 * @param places where the warning must begin; of the comment's own file
 */
public record Allowance(
    Code code, Span span, LocalDate until, Optional<String> reason, List<Span> places) {
  public Allowance {
    places = List.copyOf(places);
  }

  /** Whether it is about a warning of its code there, be it over or not. */
  boolean covers(Code other, Span place) {
    return code == other
        && places.stream()
            .anyMatch(
                each ->
                    each.source().equals(place.source())
                        && each.start() <= place.start()
                        && place.start() <= each.end());
  }

  /** The warning that nothing needs it. */
  public Diagnostic unneeded() {
    return new Diagnostic(
        Code.UNUSED_ALLOWANCE,
        Level.WARNING,
        span,
        "%s is allowed here, and nothing gives it".formatted(code.id()),
        Optional.of("remove it"));
  }

  boolean isOver(LocalDate today) {
    return today.isAfter(until);
  }
}
