package dev.tocsin.testkit.backtest;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.SentMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts messages by receiver and channel. */
final class ReceiverTallies {
  private static final int HOURS = 24;

  private ReceiverTallies() {}

  private record Address(String receiver, String channel) {}

  static List<ReceiverTally> of(Replay replay) {
    Map<Address, List<SentMessage>> byAddress = new LinkedHashMap<>();
    for (SentMessage sent : replay.messages()) {
      Address address = new Address(sent.message().receiver(), sent.channel());
      byAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(sent);
    }
    return byAddress.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), replay.zone()))
        .sorted(
            Comparator.comparingLong(ReceiverTally::pages)
                .reversed()
                .thenComparing(ReceiverTally::receiver)
                .thenComparing(ReceiverTally::channel))
        .toList();
  }

  private static ReceiverTally of(Address address, List<SentMessage> all, ZoneId zone) {
    List<SentMessage> pages = all.stream().filter(Told::isPage).toList();
    List<Long> byHour = new ArrayList<>(Collections.nCopies(HOURS, 0L));
    for (SentMessage page : pages) {
      int hour = page.time().atZone(zone).getHour();
      byHour.set(hour, byHour.get(hour) + 1);
    }
    return new ReceiverTally(
        address.receiver(), address.channel(), all.size(), pages.size(), byHour);
  }
}
