package dev.tocsin.channels.incident;

import dev.tocsin.api.spi.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message comes to at a pager: an incident for each alert, or one for the group. A summary,
 * which is sent because there are too many alerts, is one in any case; it is over when the group
 * is.
 *
 * @param each in the message's order
 * @param remembered for the next message of the thread: whether it has a summary
 */
public record Incidents(List<Incident> each, Optional<String> remembered) {
  private static final Optional<String> SUMMARY = Optional.of("summary");

  /**
   * Those of a message.
   *
   * @param grouped whether groups are one incident always
   * @param earlier what was remembered at the last message of the thread
   */
  public static Incidents of(
      Message.Notification message, boolean grouped, Optional<String> earlier) {
    if (grouped) {
      return new Incidents(Incident.of(message).stream().toList(), Optional.empty());
    }
    boolean summary = message.cause() == Message.Cause.SUMMARY;
    List<Incident> each = new ArrayList<>();
    if (!summary) {
      message.alerts().forEach(alert -> Incident.of(alert, message.cause()).ifPresent(each::add));
    }
    boolean open = summary || earlier.equals(SUMMARY);
    boolean over = !message.isFiring();
    if (summary || (open && over)) {
      Incident.of(message).ifPresent(each::add);
    }
    return new Incidents(List.copyOf(each), open && !over ? SUMMARY : Optional.empty());
  }
}
