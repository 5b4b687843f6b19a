package dev.tocsin.route;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says of where its alerts go.
 *
 * @param type its label from a closed list, if it has one
 * @param channels that it names itself
 */
public record RuleFacts(Optional<String> type, List<String> channels) {
  public RuleFacts {
    channels = List.copyOf(channels);
  }
}
