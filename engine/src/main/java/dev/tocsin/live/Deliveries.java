package dev.tocsin.live;

import dev.tocsin.action.Delivery;
import dev.tocsin.action.Delivery.Kind;
import dev.tocsin.action.Outbox;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.json.Json;
import dev.tocsin.json.NotificationJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the engine says to channels, actions and listeners, each on its own worker. Messages
 * and actions go through the outbox and are tried until they are done; listeners hear once. All but
 * the workers' ends is guarded by the engine's lock.
 */
final class Deliveries {
  private final Workers workers;
  private final Outbox outbox;
  private final Map<String, Worker<Parcel>> byName = new LinkedHashMap<>();
  private final IdentityHashMap<Channel, Worker<Parcel>> byChannel = new IdentityHashMap<>();
  private final Set<Channel> channels = new LinkedHashSet<>();
  private final @Nullable Worker<Parcel> other;
  private final Map<String, Worker<Delivery>> actions = new LinkedHashMap<>();
  private final List<Worker<Transition>> listeners = new CopyOnWriteArrayList<>();
  private final List<Transition> untold = new ArrayList<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private long givenUp;

  /** Deliveries that were erased while they were being tried. */
  private final Set<String> forgotten = new HashSet<>();

  /** A message on its way. */
  private record Parcel(Message message, @Nullable Delivery delivery) {}

  private record Ended(String delivery, Worker.Ending ending) {}

  Deliveries(Plugins plugins, Workers workers, Outbox outbox) {
    this.workers = workers;
    this.outbox = outbox;
    plugins.channels().forEach((name, channel) -> byName.put(name, worker(channel)));
    other = plugins.otherChannels().map(this::worker).orElse(null);
    plugins
        .actions()
        .forEach(
            (name, action) ->
                actions.put(
                    name,
                    workers.start(
                        "action-" + name,
                        WorkerBounds.ACTION,
                        delivery -> action.perform(delivery.transition()),
                        this::ended)));
    plugins.listeners().forEach(this::listen);
  }

  void listen(TransitionListener listener) {
    listeners.add(workers.start("listener", WorkerBounds.LISTENER, listener::onTransition));
  }

  /** Notes what the listeners are to be told. */
  void announce(Transition transition) {
    untold.add(transition);
  }

  /** Tells the listeners. The inputs that led to it must be in the journal, or a kill unsays it. */
  void tell() {
    for (int i = 0; i < untold.size(); i++) {
      Transition transition = untold.get(i);
      listeners.forEach(listener -> listener.offer(transition));
    }
    untold.clear();
  }

  /**
   * Puts what is to be done into the outbox.
   *
   * @param then names of the actions of its rule
   */
  void plan(Transition transition, List<String> then) {
    String key = key(transition);
    if (transition.beginsFiring()) {
      for (String name : then) {
        if (actions.containsKey(name)) {
          outbox.add(new Delivery(Kind.ACTION, name, key, transition));
        }
      }
    }
    if (transition.to() == AlertState.FIRING || transition.from() == AlertState.FIRING) {
      Set<Worker<Parcel>> to = new LinkedHashSet<>();
      for (String name : transition.channels()) {
        Worker<Parcel> worker = channel(name);
        if (worker != null && to.add(worker)) {
          outbox.add(new Delivery(Kind.CHANNEL, name, key, transition));
        }
      }
    }
  }

  /** Forgets what is to be said of groups of a user. */
  void erase(String user) {
    forgotten.addAll(outbox.erase(user));
  }

  /** Tells the end of an alert that is erased: once, and nothing of it is kept. */
  void tellOnce(Transition transition) {
    announce(transition);
    if (transition.from() != AlertState.FIRING) {
      return;
    }
    Message message = notification(key(transition), transition);
    transition.channels().stream()
        .map(this::channel)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(worker -> worker.offer(new Parcel(message, null)));
  }

  /** Whether {@link #dispatch} has anything to do. */
  boolean areDue(long now) {
    return outbox.isDue(now);
  }

  /** Hands what is due to the workers. The inputs that led to it must be in the journal. */
  void dispatch(long now) {
    for (Delivery delivery : outbox.take(now)) {
      if (!offer(delivery)) {
        outbox.postponed(delivery.id(), now);
      }
    }
  }

  /** Notes what the workers have done since the last time. */
  void settle(long now, Journal journal) {
    for (Ended one = ended.poll(); one != null; one = ended.poll()) {
      if (forgotten.remove(one.delivery)) {
        continue;
      }
      boolean again =
          one.ending == Worker.Ending.FAILED
              && outbox.failed(one.delivery, now) == Outbox.Outcome.AGAIN;
      if (!again) {
        boolean well = one.ending == Worker.Ending.WELL;
        journal.append(new Input.Delivered(one.delivery, well));
        outbox.remove(one.delivery);
        givenUp += well ? 0 : 1;
      }
    }
  }

  /** Whether workers have ended something that is not settled. */
  boolean hasEnded() {
    return !ended.isEmpty();
  }

  void heartbeat(Instant time, EngineHealth health) {
    Message message =
        new Message.Heartbeat("heartbeat/" + time, time, health, Json.heartbeat(time, health));
    byChannel.values().forEach(worker -> worker.offer(new Parcel(message, null)));
  }

  long channelFailures() {
    return byChannel.values().stream().mapToLong(Worker::failures).sum();
  }

  long channelDropped() {
    return givenUp + outbox.dropped();
  }

  long actionFailures() {
    return actions.values().stream().mapToLong(Worker::failures).sum();
  }

  long listenerFailures() {
    return listeners.stream().mapToLong(Worker::failures).sum();
  }

  /** Closes the channels themselves; after their workers. */
  long closeChannels() {
    long failed = 0;
    for (Channel channel : channels) {
      try {
        channel.close();
      } catch (RuntimeException | LinkageError e) {
        failed++;
      }
    }
    return failed;
  }

  private boolean offer(Delivery delivery) {
    if (delivery.kind() == Kind.ACTION) {
      Worker<Delivery> action = actions.get(delivery.target());
      return action == null ? nobody(delivery) : action.offer(delivery);
    }
    Worker<Parcel> channel = channel(delivery.target());
    return channel == null ? nobody(delivery) : channel.offer(parcel(delivery));
  }

  /** After a restart without it: nobody takes what was meant for it. */
  private boolean nobody(Delivery delivery) {
    outbox.remove(delivery.id());
    ended.add(new Ended(delivery.id(), Worker.Ending.HOPELESS));
    return true;
  }

  private static Parcel parcel(Delivery delivery) {
    Transition transition = delivery.transition();
    return new Parcel(notification(delivery.key(), transition), delivery);
  }

  private void ended(Delivery delivery, Worker.Ending ending) {
    ended.add(new Ended(delivery.id(), ending));
  }

  private @Nullable Worker<Parcel> channel(String name) {
    return byName.getOrDefault(name, other);
  }

  private Worker<Parcel> worker(Channel channel) {
    channels.add(channel);
    return byChannel.computeIfAbsent(
        channel,
        one ->
            workers.start(
                "channel-" + one.name(),
                WorkerBounds.CHANNEL,
                parcel -> one.send(parcel.message()),
                (parcel, ending) -> {
                  if (parcel.delivery() != null) {
                    ended(parcel.delivery(), ending);
                  }
                }));
  }

  private static Message.Notification notification(String key, Transition transition) {
    return NotificationJson.notification(
        key,
        transition.time(),
        String.join(", ", transition.channels()),
        transition.alertKey(),
        transition.group(),
        Message.Cause.NEWS,
        List.of(new NotifiedAlert(transition)),
        Optional.empty(),
        Optional.empty());
  }

  private static String key(Transition transition) {
    return transition.rule()
        + transition.group()
        + (transition.reason() == AlertReason.CONDITION ? "" : transition.reason().label())
        + "/"
        + transition.activation()
        + "/"
        + transition.to().label()
        + "/"
        + transition.time();
  }
}
