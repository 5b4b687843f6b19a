package dev.tocsin.route;

import dev.tocsin.api.NotificationDecision.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a look at a group needs of its router. */
interface RouterState {
  Silences silences();

  Inhibitions inhibitions();

  Budgets budgets();

  NotificationTexts texts();

  RouterOutput output();

  /** An alert of a group goes into the summary of its route. */
  void summarise(NotificationGroup from, GroupedAlert member, long now);

  /** Nothing is expected of a message any more; null for none. */
  void forgets(@Nullable String key);

  /** A message is on its way. */
  void sent(NotificationGroup group, ChannelRecord record, String key);

  /**
   * Notes why a channel was told or not.
   *
   * @param next when it can next be sent, in nanoseconds since the epoch
   */
  void note(
      NotificationGroup group,
      Target target,
      String channel,
      String alert,
      long now,
      Verdict verdict,
      String reason,
      Optional<Long> next);
}
