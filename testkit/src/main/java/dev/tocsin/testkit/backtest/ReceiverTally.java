package dev.tocsin.testkit.backtest;

import java.util.List;

/**
 * What a receiver would have been told through a channel.
 *
 * @param receiver its name; without one in the rule file, its channels
 * @param channel the channel
 * @param messages all that would have been sent
 * @param pages those that say that something fires
 * @param pagesByHour the pages by hour of the day: 24 numbers, from midnight on
 */
public record ReceiverTally(
    String receiver, String channel, long messages, long pages, List<Long> pagesByHour) {
  public ReceiverTally {
    pagesByHour = List.copyOf(pagesByHour);
  }
}
