package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told.
 *
 * @param name that routes use; unique in all files that are loaded together
 * @param channels all of which are used
 * @param sendsResolved whether it is told that alerts have stopped firing
 * @param title of its messages
 * @param text of its messages
 */
public record ReceiverDefinition(
    Located<String> name,
    List<Located<String>> channels,
    boolean sendsResolved,
    Optional<Template> title,
    Optional<Template> text) {
  public ReceiverDefinition {
    channels = List.copyOf(channels);
  }
}
