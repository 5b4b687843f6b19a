package dev.tocsin.live;

import dev.tocsin.action.Delivery;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The channels of an engine, each behind a worker of its own. */
final class Couriers {
  private final Workers workers;
  private final InstantSource clock;
  private final Consumer<Ended> ended;
  private final Map<String, Courier> byName = new LinkedHashMap<>();
  private final IdentityHashMap<Channel, Courier> byChannel = new IdentityHashMap<>();
  private final List<Courier> all = new ArrayList<>();
  private final @Nullable Courier other;

  /**
   * @param ended hears how each delivery ended, on the thread of its worker
   */
  Couriers(Plugins plugins, Workers workers, InstantSource clock, Consumer<Ended> ended) {
    this.workers = workers;
    this.clock = clock;
    this.ended = ended;
    plugins.channels().forEach((name, channel) -> byName.put(name, courier(name, channel)));
    other = plugins.otherChannels().map(channel -> courier(channel.name(), channel)).orElse(null);
  }

  /** Names that lead anywhere, each channel once. */
  List<String> reachable(List<String> names) {
    Set<Courier> found = new HashSet<>();
    List<String> reachable = new ArrayList<>();
    for (String name : names) {
      Courier courier = courier(name);
      if (courier != null && found.add(courier)) {
        reachable.add(name);
      }
    }
    return reachable;
  }

  /**
   * Hands a message to its channel.
   *
   * @param earlier the receipt of the message before it
   * @return false when it found no place
   */
  boolean offer(Delivery.Told told, Optional<String> earlier) {
    Courier courier = courier(told.target());
    if (courier == null) {
      ended.accept(Ended.hopeless(told.id(), "no channel '" + told.target() + "' is registered"));
      return true;
    }
    if (told.message().cause() == Message.Cause.ACKNOWLEDGED && !courier.tellsAcknowledgements()) {
      ended.accept(Ended.well(told.id()));
      return true;
    }
    return courier.offer(new Parcel(told.message(), told.id(), earlier));
  }

  /** Hands a message to a channel, which is tried once. */
  void tellOnce(String name, Message message) {
    Courier courier = courier(name);
    if (courier != null) {
      courier.offer(new Parcel(message, null, Optional.empty()));
    }
  }

  /** Hands a message to every channel, which is tried once. */
  void tellAll(Message message) {
    all.forEach(courier -> courier.offer(new Parcel(message, null, Optional.empty())));
  }

  /** Whether a channel sends nothing for a while, after too many failures. */
  boolean isOpen(String name) {
    Courier courier = courier(name);
    return courier != null && courier.circuit() == ChannelHealth.Circuit.OPEN;
  }

  /** In no order. */
  Collection<Courier> all() {
    return all;
  }

  long failures() {
    return all.stream().mapToLong(Courier::failures).sum();
  }

  /** Closes the channels themselves; after their workers. */
  void closeChannels() {
    all.forEach(Courier::closeChannel);
  }

  private @Nullable Courier courier(String name) {
    return byName.getOrDefault(name, other);
  }

  private Courier courier(String name, Channel channel) {
    return byChannel.computeIfAbsent(
        channel,
        one -> {
          Courier courier = new Courier(name, one, workers, clock, ended);
          all.add(courier);
          return courier;
        });
  }
}
