package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * While an alert fires, others are not sent.
 *
 * @param name for messages
 * @param source what the alert is that fires
 * @param target which others are not sent
 * @param equal labels that both must have in common
 * @param span the whole of it
 */
public record InhibitionDefinition(
    Optional<Located<String>> name,
    List<MatcherDefinition> source,
    List<MatcherDefinition> target,
    List<Located<String>> equal,
    Span span) {
  public InhibitionDefinition {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = List.copyOf(equal);
  }
}
