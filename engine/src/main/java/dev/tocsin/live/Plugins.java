package dev.tocsin.live;

import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.evaluate.AskedEvaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host has plugged in.
 *
 * @param evaluators score calls
 * @param channels by the name that rules use
 * @param otherChannels takes what goes to names that are not registered
 * @param actions by name
 * @param listeners see transitions
 */
public record Plugins(
    List<AskedEvaluator> evaluators,
    Map<String, Channel> channels,
    Optional<Channel> otherChannels,
    Map<String, Action> actions,
    List<TransitionListener> listeners) {
  public Plugins {
    evaluators = List.copyOf(evaluators);
    channels = Map.copyOf(channels);
    actions = Map.copyOf(actions);
    listeners = List.copyOf(listeners);
  }
}
