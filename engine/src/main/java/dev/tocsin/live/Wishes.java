package dev.tocsin.live;

import dev.tocsin.action.Outbox;
import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.Instants;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Silence;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.journal.Input;
import dev.tocsin.route.Outlined;
import dev.tocsin.route.Router;
import dev.tocsin.route.SilenceCheck;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people ask of a running engine: silences, acknowledgements, and why. Guarded by the engine's
 * lock.
 */
final class Wishes {
  private static final int LONGEST = 1_000;

  private final Engine engine;
  private final Deliveries deliveries;
  private final Supplier<Instant> clock;

  Wishes(Engine engine, Deliveries deliveries, Supplier<Instant> clock) {
    this.engine = engine;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  List<Silence> silences() {
    return engine.router().silences();
  }

  Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    SilenceCheck.check(matchers, from, until, clock.get());
    Silence silence =
        new Silence(
            engine.router().nextSilence(),
            matchers,
            from,
            until,
            shortened(by),
            shortened(comment));
    engine.apply(new Input.Silenced(silence));
    return silence;
  }

  boolean expire(String id) {
    Instant now = clock.get();
    boolean can =
        silences().stream().anyMatch(one -> one.id().equals(id) && one.until().isAfter(now))
            && engine.router().canExpire(id);
    if (can) {
      engine.apply(new Input.Expired(id, Instants.toNanos(now)));
    }
    return can;
  }

  int acknowledge(Collection<String> alerts, String by, String comment) {
    List<String> firing = alerts.stream().filter(engine.router()::fires).distinct().toList();
    if (!firing.isEmpty()) {
      Acknowledgement ack = new Acknowledgement(shortened(by), clock.get(), shortened(comment));
      engine.apply(new Input.Acknowledged(firing, ack));
    }
    return firing.size();
  }

  /** Empty when nothing is known of such an alert. */
  Optional<AlertStory> story(String key) {
    Router router = engine.router();
    List<Transition> transitions = router.transitions(key);
    Optional<Alert> alert =
        engine.alerts().stream().filter(one -> one.key().equals(key)).findFirst();
    if (transitions.isEmpty() && alert.isEmpty()) {
      return Optional.empty();
    }
    List<NotificationDecision> outlook =
        router.outlook(key).stream().map(this::withTrouble).toList();
    return Optional.of(
        new AlertStory(
            key, alert, transitions, router.decisions(key), outlook, router.acknowledgement(key)));
  }

  /** What is tried again says so, and why it may not even be tried. */
  private NotificationDecision withTrouble(Outlined outlined) {
    NotificationDecision decision = outlined.decision();
    Optional<Outbox.Trouble> trouble = outlined.message().flatMap(deliveries::trouble);
    return trouble
        .map(
            found ->
                new NotificationDecision(
                    decision.time(),
                    decision.alert(),
                    decision.route(),
                    decision.receiver(),
                    decision.channel(),
                    Verdict.RETRYING,
                    "attempt "
                        + found.attempts()
                        + " failed: "
                        + found.error()
                        + (deliveries.isCircuitOpen(decision.channel())
                            ? "; its circuit is open"
                            : ""),
                    found.due() == Outbox.NEVER
                        ? Optional.empty()
                        : Optional.of(Instants.ofNanos(found.due()))))
        .orElse(decision);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
