package dev.tocsin.benchmarks;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long an engine with many groups stands still for a snapshot, and how long the next one takes
 * to come back: from a snapshot alone, and with a minute of the journal behind it. From the root of
 * the checkout, after {@code mvn -q -B -pl benchmarks -am package -DskipTests}:
 *
 * <pre>
 * benchmarks/store-recovery 1000000
 * </pre>
 *
 * The number is how many users have a daily budget each.
 */
public final class StoreRecovery {
  private static final int SECONDS = 50;
  private static final Duration NEVER = Duration.ofDays(100);
  private static final String RULES =
      """
      rules:
        - name: user_budget
          condition: sum(cost) by user per day > $1000000
          channels: [slack]
      """;

  /** The clock. */
  private static final class Now {
    private volatile Instant time = Traffic.START;

    private void pass(int seconds) {
      time = time.plusSeconds(seconds);
    }
  }

  private StoreRecovery() {}

  /** Takes the number of users. */
  public static void main(String[] arguments) throws IOException {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    try (Scratch scratch = new Scratch()) {
      UserTraffic traffic = new UserTraffic(users, 0);
      Now now = new Now();
      try (Tocsin engine = engine(scratch.folder(), now)) {
        for (int filled = 0; filled < 3 * users; filled += SECONDS * UserTraffic.CALLS_A_SECOND) {
          feed(engine, traffic, now, SECONDS);
        }
      } // closing writes a snapshot
      System.out.printf("%,d users, state on disk %,d MiB%n", users, bytes(scratch) >> 20);
      try (Tocsin engine = engine(scratch.folder(), now)) {
        print("snapshot alone", engine);
        feed(engine, traffic, now, SECONDS);
        Path killed = copy(scratch.folder());
        try (Tocsin second = engine(killed, now)) {
          print("snapshot and " + SECONDS + " s of the journal", second);
        }
        System.out.printf(
            "stood still for a snapshot: %,d ms%n",
            Objects.requireNonNull(engine.health().store()).lastStall().toMillis());
      }
    }
  }

  private static Tocsin engine(Path folder, Now now) throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolveSibling("store-recovery.yaml"), RULES))
        .otherChannels(Channel.noop("nowhere"))
        .clock(() -> now.time)
        .tickByHand()
        .queueCapacity(1 << 18)
        .store(StoreOptions.at(folder).snapshotEvery(NEVER))
        .build();
  }

  private static void feed(Tocsin engine, UserTraffic traffic, Now now, int seconds) {
    for (Call call : traffic.next(seconds)) {
      if (!engine.record(call)) {
        throw new IllegalStateException("the queue is full");
      }
    }
    now.pass(seconds);
    engine.tick(now.time);
  }

  private static void print(String what, Tocsin engine) {
    Recovery recovery = engine.recovery().orElseThrow();
    System.out.printf(
        "%s: back in %,d ms, %,d events replayed, %,d accepted in all%s%n",
        what,
        recovery.took().toMillis(),
        recovery.events(),
        engine.health().accepted(),
        recovery.findings().isEmpty() ? "" : " " + recovery.findings());
  }

  private static long bytes(Scratch scratch) throws IOException {
    try (Stream<Path> files = Files.walk(scratch.folder().resolve("snapshots"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Path copy(Path folder) throws IOException {
    long began = System.nanoTime();
    Path copy = folder.resolveSibling(folder.getFileName() + "-killed");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
    }
    System.out.printf(
        "copied in %,d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    return copy;
  }
}
