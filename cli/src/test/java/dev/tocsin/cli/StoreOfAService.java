package dev.tocsin.cli;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A service that runs by a clock of its own, an hour in seconds, and keeps a store. */
final class StoreOfAService implements AutoCloseable {
  static final Instant START = Instant.parse("2026-10-03T10:00:00Z");
  static final String RULES =
      """
      rules:
        - name: slow
          condition: p95(latency) over 10s > 2s
          for: 5s
        - name: spender
          condition: sum(cost) by user per day > $1
      """;

  final Path rules;
  final Path store;
  final List<Transition> transitions = new ArrayList<>();
  private final Tocsin engine;
  private Instant now;

  StoreOfAService(Path folder) throws IOException {
    this(folder, START);
  }

  /** One that begins, or goes on, at a time. */
  StoreOfAService(Path folder, Instant start) throws IOException {
    now = start;
    rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    store = folder.resolve("store");
    engine =
        Tocsin.builder()
            .rules(rules)
            .tickByHand()
            .clock(() -> now)
            .listener(transitions::add)
            .store(StoreOptions.at(store).snapshotEvery(Duration.ofSeconds(30)))
            .build();
  }

  /** Calls of some users, some of them slow and dear, a second apart. */
  StoreOfAService run(int seconds) {
    for (int second = 0; second < seconds; second++) {
      boolean bad = second % 60 > 40;
      engine.record(
          Call.at(now)
              .id("c" + now.getEpochSecond())
              .model("gpt-4o")
              .user("u" + second % 3)
              .latencyMicros(bad ? 5_000_123 : 800_000)
              .costNanoDollars(bad ? 100_000_001 : 1)
              .build());
      advance(Duration.ofSeconds(1));
    }
    return this;
  }

  StoreOfAService advance(Duration by) {
    now = now.plus(by);
    engine.tick(now);
    return this;
  }

  @Override
  public void close() {
    engine.close();
  }

  /** What a kill at this moment would leave behind. */
  static Path killed(Path store, Path to) throws IOException {
    try (var files = Files.walk(store)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(store.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          try {
            Files.copy(file, copy);
          } catch (NoSuchFileException e) {
            // a snapshot got its name meanwhile
          }
        }
      }
    }
    return to;
  }
}
