package dev.tocsin.live;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.json.Json;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Carries what the engine says to channels, actions and listeners, each on its own worker. */
final class Deliveries {
  private final Workers workers;
  private final Map<String, Worker<Message>> byName = new LinkedHashMap<>();
  private final IdentityHashMap<Channel, Worker<Message>> byChannel = new IdentityHashMap<>();
  private final Set<Channel> channels = new LinkedHashSet<>();
  private final @Nullable Worker<Message> other;
  private final Map<String, Worker<Transition>> actions = new LinkedHashMap<>();
  private final List<Worker<Transition>> listeners = new CopyOnWriteArrayList<>();

  Deliveries(Plugins plugins, Workers workers) {
    this.workers = workers;
    plugins.channels().forEach((name, channel) -> byName.put(name, worker(channel)));
    other = plugins.otherChannels().map(this::worker).orElse(null);
    for (Map.Entry<String, Action> action : plugins.actions().entrySet()) {
      actions.put(
          action.getKey(),
          workers.start(
              "action-" + action.getKey(), WorkerBounds.ACTION, action.getValue()::perform));
    }
    plugins.listeners().forEach(this::listen);
  }

  void listen(TransitionListener listener) {
    listeners.add(workers.start("listener", WorkerBounds.LISTENER, listener::onTransition));
  }

  /**
   * @param then names of the actions of its rule
   */
  void transition(Transition transition, List<String> then) {
    listeners.forEach(listener -> listener.offer(transition));
    if (transition.beginsFiring()) {
      for (String name : then) {
        Worker<Transition> action = actions.get(name);
        if (action != null) {
          action.offer(transition);
        }
      }
    }
    if (transition.to() == AlertState.FIRING || transition.from() == AlertState.FIRING) {
      Message message =
          new Message.AlertMessage(key(transition), transition, Json.transition(transition));
      Set<Worker<Message>> to = new LinkedHashSet<>();
      for (String name : transition.channels()) {
        Worker<Message> worker = byName.getOrDefault(name, other);
        if (worker != null) {
          to.add(worker);
        }
      }
      to.forEach(worker -> worker.offer(message));
    }
  }

  void heartbeat(Instant time, EngineHealth health) {
    Message message =
        new Message.Heartbeat("heartbeat/" + time, time, health, Json.heartbeat(time, health));
    byChannel.values().forEach(worker -> worker.offer(message));
  }

  long channelFailures() {
    return byChannel.values().stream().mapToLong(Worker::failures).sum();
  }

  long channelDropped() {
    return byChannel.values().stream().mapToLong(Worker::dropped).sum();
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

  private Worker<Message> worker(Channel channel) {
    channels.add(channel);
    return byChannel.computeIfAbsent(
        channel, one -> workers.start("channel-" + one.name(), WorkerBounds.CHANNEL, one::send));
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
