package dev.tocsin.live;

import dev.tocsin.action.Delivery;
import dev.tocsin.action.Outbox;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.journal.Input;
import dev.tocsin.route.MessageKeys;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the engine says to channels and actions, through the outbox, until it is done or
 * given up. All but the workers' ends is guarded by the engine's lock.
 */
final class Deliveries {
  private final Outbox outbox;
  private final Couriers couriers;
  private final Map<String, Worker<Delivery.Done>> actions = new LinkedHashMap<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private long givenUp;

  /** Deliveries that were erased while they were being tried. */
  private final Set<String> forgotten = new HashSet<>();

  Deliveries(Plugins plugins, Workers workers, Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.couriers = new Couriers(plugins, workers, clock, ended::add);
    plugins
        .actions()
        .forEach(
            (name, action) ->
                actions.put(
                    name,
                    workers.start(
                        "action-" + name,
                        WorkerBounds.ACTION,
                        done -> action.perform(done.transition()),
                        this::ended)));
  }

  /** Names that lead anywhere, each channel once. */
  List<String> reachable(List<String> channels) {
    return couriers.reachable(channels);
  }

  /**
   * Puts the actions of an alert that begins to fire into the outbox.
   *
   * @param then their names
   */
  void act(Transition transition, List<String> then) {
    if (transition.beginsFiring()) {
      for (String name : then) {
        if (actions.containsKey(name)) {
          add(new Delivery.Done(name, transition));
        }
      }
    }
  }

  /**
   * Puts a message into the outbox.
   *
   * @param supersedes the key of one that need not be sent any more
   */
  void tell(String channel, Message.Notification message, @Nullable String supersedes) {
    if (supersedes != null) {
      outbox.supersede(MessageKeys.delivery(supersedes));
    }
    add(new Delivery.Told(channel, message));
  }

  /** Tells a channel once, and nothing of it is kept. */
  void tellOnce(String channel, Message message) {
    couriers.tellOnce(channel, message);
  }

  /** Tells every channel once. */
  void tellAll(Message message) {
    couriers.tellAll(message);
  }

  /** Forgets what is to be said of groups of a user. */
  void erase(String user) {
    forgotten.addAll(outbox.erase(user));
  }

  /** Whether {@link #dispatch} has anything to do. */
  boolean areDue(long now) {
    return outbox.isDue(now);
  }

  /**
   * Hands what is due to the workers. The inputs that led to it must be in the journal.
   *
   * @param receipts of the messages before, by the key of a message
   */
  void dispatch(long now, Function<String, Optional<String>> receipts) {
    for (Delivery delivery : outbox.take(now)) {
      if (!offer(delivery, receipts)) {
        outbox.postponed(delivery.id(), now);
      }
    }
  }

  /**
   * Notes what the workers have done since the last time.
   *
   * @param results takes what is done or given up
   */
  void settle(long now, Consumer<Input> results) {
    for (Ended one = ended.poll(); one != null; one = ended.poll()) {
      if (forgotten.remove(one.delivery())) {
        continue;
      }
      boolean again =
          one.ending() == Worker.Ending.FAILED
              && outbox.failed(one.delivery(), now, one.error()) == Outbox.Outcome.AGAIN;
      if (!again) {
        boolean well = one.ending() == Worker.Ending.WELL;
        results.accept(new Input.Delivered(one.delivery(), well, now, one.receipt()));
        outbox.remove(one.delivery());
        givenUp += well ? 0 : 1;
      }
    }
  }

  /** Notes that a message is nowhere any more. */
  void lost(String key) {
    ended.add(Ended.hopeless(MessageKeys.delivery(key), "it was lost"));
  }

  /** Whether a message is still to be sent. */
  boolean isPending(String key) {
    return outbox.contains(MessageKeys.delivery(key));
  }

  /** How it goes with a message that is tried again. */
  Optional<Outbox.Trouble> trouble(String key) {
    return outbox.trouble(MessageKeys.delivery(key));
  }

  /** Whether a channel sends nothing for a while, after too many failures. */
  boolean isCircuitOpen(String channel) {
    return couriers.isOpen(channel);
  }

  /** How each channel fares, by name. */
  List<ChannelHealth> channels() {
    return couriers.all().stream()
        .sorted(Comparator.comparing(Courier::name))
        .map(courier -> courier.health(outbox.waiting(courier.name())))
        .toList();
  }

  long channelFailures() {
    return couriers.failures();
  }

  long channelDropped() {
    return givenUp;
  }

  long actionFailures() {
    return actions.values().stream().mapToLong(Worker::failures).sum();
  }

  void closeChannels() {
    couriers.closeChannels();
  }

  private void add(Delivery delivery) {
    if (!outbox.add(delivery)) {
      ended.add(Ended.hopeless(delivery.id(), "too many wait for " + delivery.target()));
    }
  }

  private boolean offer(Delivery delivery, Function<String, Optional<String>> receipts) {
    if (delivery instanceof Delivery.Told told) {
      return couriers.offer(told, receipts.apply(told.message().key()));
    }
    Worker<Delivery.Done> action = actions.get(delivery.target());
    if (action == null) {
      ended.add(
          Ended.hopeless(delivery.id(), "no action '" + delivery.target() + "' is registered"));
      return true;
    }
    return action.offer((Delivery.Done) delivery);
  }

  private void ended(Delivery.Done delivery, Worker.Ending ending, String error) {
    ended.add(new Ended(delivery.id(), ending, error, Optional.empty()));
  }
}
