package dev.tocsin.benchmarks.soak;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Instants;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.benchmarks.Traffic;
import dev.tocsin.journal.StoreOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An engine with a store under the traffic, ticked every ten seconds of the service's clock, with a
 * snapshot every ten minutes and a day of journal; closed and opened again now and then.
 */
final class StoreSoakRun implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration SNAPSHOT = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final String RULES =
      """
      evaluate_every: 10s
      rules:
        - {name: user_budget, condition: sum(cost) by user per day > $0.05, channels: [slack]}
        - {name: budget, condition: sum(cost) per day > $100, channels: [slack]}
        - {name: slow, condition: p95(latency) by feature over 10m > 2s, for: 1m, channels: [slack]}
        - {name: errors, condition: 'ratio(status != "ok") by model over 5m > 10%', channels: [slack]}
        - {name: toxic, condition: avg(score.toxicity) over 1h > 0.6, channels: [slack]}
        - {name: users, condition: distinct(user) over 1h > 10000, channels: [slack]}
        - {name: drift, condition: psi(model) over 1h vs previous 1d > 0.2, channels: [slack]}
        - {name: depth, condition: avg(measure.queue_depth) by attr.region over 5m > 90,
           channels: [slack]}
        - {name: gone, condition: absent(count() by feature over 5m), channels: [slack]}
      """;

  private final Path folder;
  private final SoakTraffic traffic = new SoakTraffic(Traffic.START);
  private Instant now = Traffic.START;
  private Tocsin engine;
  private Offered next;
  private long eventCount;
  private long refusedCount;
  private long findingCount;
  private long transitionCount;

  /**
   * @param folder of the store
   */
  StoreSoakRun(Path folder) throws IOException {
    this.folder = folder;
    this.next = traffic.next();
    this.engine = open();
  }

  private Tocsin open() throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolveSibling("store-soak.yaml"), RULES))
        .otherChannels(Channel.noop("nowhere"))
        .listener(transition -> transitionCount++) // on this thread, since ticks are by hand
        .clock(() -> now)
        .tickByHand()
        .store(StoreOptions.at(folder).snapshotEvery(SNAPSHOT).retention(RETENTION))
        .build();
  }

  /** Goes on up to a time of the service's clock, which may step back meanwhile. */
  void until(Instant time) {
    while (now.isBefore(time)) {
      Instant due = now.plus(TICK);
      while (!Instants.ofNanos(next.now()).isAfter(due)) {
        eventCount++;
        refusedCount += engine.record(next.event()) ? 0 : 1;
        next = traffic.next();
      }
      now = due;
      engine.tick(now);
    }
  }

  /** Closes the engine and opens another one on the same store. */
  void restart() throws IOException {
    refusedCount += health().inputsLost();
    engine.close();
    engine = open();
    findingCount += engine.recovery().orElseThrow().findings().size();
  }

  StoreHealth health() {
    return Objects.requireNonNull(engine.health().store());
  }

  /** Bytes of all files of the journal or the snapshots, by their lengths. */
  long bytes(String below) {
    File[] files = folder.resolve(below).toFile().listFiles();
    long bytes = 0;
    for (File file : files == null ? new File[0] : files) {
      bytes += file.length();
    }
    return bytes;
  }

  long events() {
    return eventCount;
  }

  long transitions() {
    return transitionCount;
  }

  /** Events that were not taken or not written, and things that were found wrong after restarts. */
  long failures() {
    return refusedCount + findingCount + health().inputsLost() + health().failures();
  }

  @Override
  public void close() {
    engine.close();
  }
}
