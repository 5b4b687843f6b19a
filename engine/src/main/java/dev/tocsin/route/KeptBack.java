package dev.tocsin.route;

import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Silence;
import dev.tocsin.routing.MuteTimes;
import dev.tocsin.routing.RoutePlan;
import java.time.Instant;
import java.util.Optional;

/**
 * Why an alert is not told now, although it fires.
 *
 * @param verdict what kind of reason
 * @param reason in words
 * @param until when it may end, in nanoseconds since the epoch, if time alone can end it
 */
record KeptBack(Verdict verdict, String reason, Optional<Long> until) {
  private static final long MINUTE = 60_000_000_000L;

  static Optional<KeptBack> of(RoutedAlert alert, RoutePlan route, long now, RouterState state) {
    Instant time = Instants.ofNanos(now);
    if (alert.acknowledgement() != null) {
      String by = "by " + alert.acknowledgement().by();
      return Optional.of(new KeptBack(Verdict.ACKNOWLEDGED, by, Optional.empty()));
    }
    Optional<Silence> silence = state.silences().of(alert.labels(), time);
    if (silence.isPresent()) {
      return silence.map(KeptBack::by);
    }
    return state
        .inhibitions()
        .reason(alert.key())
        .map(reason -> new KeptBack(Verdict.INHIBITED, reason, Optional.empty()))
        .or(() -> MuteTimes.reason(route, time).map(reason -> muted(reason, now)));
  }

  private static KeptBack by(Silence silence) {
    String by = silence.by().isEmpty() ? "" : " of " + silence.by();
    String comment = silence.comment().isEmpty() ? "" : ": " + silence.comment();
    return new KeptBack(
        Verdict.SILENCED,
        "silence " + silence.id() + by + comment,
        Optional.of(Instants.toNanos(silence.until())));
  }

  /** Intervals begin and end with minutes. */
  private static KeptBack muted(String reason, long now) {
    return new KeptBack(
        Verdict.MUTED, reason, Optional.of((Math.floorDiv(now, MINUTE) + 1) * MINUTE));
  }
}
