package dev.tocsin.routing;

import dev.tocsin.dsl.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told.
 *
 * @param name that routes use
 * @param channels all of which are used
 * @param sendsResolved whether it is told that alerts have stopped firing
 * @param title of its messages, if the file says one
 * @param text of its messages, if the file says one
 */
public record ReceiverPlan(
    String name,
    List<String> channels,
    boolean sendsResolved,
    Optional<Template> title,
    Optional<Template> text) {
  public ReceiverPlan {
    channels = List.copyOf(channels);
  }
}
