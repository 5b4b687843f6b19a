package dev.tocsin.testkit.report;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.SentMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages that channels would have been given. */
final class MessageJson {
  private static final int NAMED = 5;

  private MessageJson() {}

  static List<Map<String, @Nullable Object>> of(List<SentMessage> messages, int most) {
    return messages.stream().limit(most).map(MessageJson::of).toList();
  }

  private static Map<String, @Nullable Object> of(SentMessage sent) {
    Message.Notification message = sent.message();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", message.time().toEpochMilli());
    json.put("channel", sent.channel());
    json.put("receiver", message.receiver());
    json.put("kind", message.isFiring() ? "firing" : "resolved");
    json.put("cause", message.cause().label());
    json.put("text", message.title().orElseGet(() -> named(message.alerts())));
    return json;
  }

  private static String named(List<NotifiedAlert> alerts) {
    String names =
        alerts.stream()
            .limit(NAMED)
            .map(
                each -> {
                  String group = GroupText.of(each.transition().group());
                  String state = each.isFiring() ? "" : " resolved";
                  String of = group.isEmpty() ? "" : " (" + group + ")";
                  return each.transition().rule() + of + state;
                })
            .collect(Collectors.joining(", "));
    return alerts.size() > NAMED ? names + " and " + (alerts.size() - NAMED) + " more" : names;
  }
}
