package dev.tocsin.live;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One channel behind a worker, and how it fares. */
final class Courier {
  private final String name;
  private final Channel channel;
  private final Worker<Parcel> worker;
  private final InstantSource clock;
  private final Consumer<Ended> ended;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private volatile @Nullable Instant lastDelivered;
  private volatile @Nullable String lastError;

  Courier(
      String name, Channel channel, Workers workers, InstantSource clock, Consumer<Ended> ended) {
    this.name = name;
    this.channel = channel;
    this.clock = clock;
    this.ended = ended;
    this.worker =
        workers.start(
            "channel-" + channel.name(), WorkerBounds.CHANNEL, this::deliver, this::ended);
  }

  String name() {
    return name;
  }

  boolean tellsAcknowledgements() {
    return channel.tellsAcknowledgements();
  }

  boolean offer(Parcel parcel) {
    return worker.offer(parcel);
  }

  long failures() {
    return worker.failures();
  }

  /** Notes that nobody tries a message any more. */
  void gaveUp() {
    givenUp.incrementAndGet();
  }

  /**
   * How it fares.
   *
   * @param waiting messages that are not delivered yet
   */
  ChannelHealth health(long waiting) {
    return new ChannelHealth(
        name,
        delivered.get(),
        worker.failures(),
        waiting,
        givenUp.get(),
        circuit(),
        Optional.ofNullable(lastDelivered),
        Optional.ofNullable(lastError));
  }

  void closeChannel() {
    try {
      channel.close();
    } catch (RuntimeException | LinkageError e) {
      lastError = Errors.text(e); // nobody is there any more to be told otherwise
    }
  }

  /** As the channel says; closed when it cannot. */
  ChannelHealth.Circuit circuit() {
    try {
      return channel.circuit();
    } catch (RuntimeException | LinkageError e) {
      return ChannelHealth.Circuit.CLOSED;
    }
  }

  private void deliver(Parcel parcel) throws Exception {
    parcel.received(channel.deliver(parcel.message(), parcel.earlier()));
  }

  private void ended(Parcel parcel, Worker.Ending ending, String error) {
    if (ending == Worker.Ending.WELL) {
      delivered.incrementAndGet();
      lastDelivered = clock.instant();
    } else {
      lastError = error;
    }
    if (parcel.delivery() != null) {
      ended.accept(new Ended(parcel.delivery(), ending, error, parcel.receipt()));
    }
  }
}
