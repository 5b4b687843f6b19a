package dev.tocsin.store;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Call;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A service with an engine that is ticked by hand, whose store can be killed and gone on with. */
final class Service implements AutoCloseable {
  static final Instant START = Instant.parse("2026-10-03T10:00:00Z");
  static final String RULES =
      """
      rules:
        - name: slow
          condition: p95(latency) over 10s > 2s
          for: 5s
          channels: [pager]
        - name: spender
          condition: sum(cost) by user per day > $1
          channels: [pager]
        - name: quiet
          condition: absent(count() over 20s)
          channels: [pager]
      """;

  final List<Transition> transitions = new ArrayList<>();
  final List<Message> sent = new ArrayList<>();
  final Tocsin engine;
  private Instant now;
  private boolean down;

  private Service(Tocsin engine, Instant now) {
    this.engine = engine;
    this.now = now;
  }

  static Service start(Path folder, Path store, Instant now) throws IOException {
    return start(folder, StoreOptions.at(store).snapshotEvery(Duration.ofSeconds(7)), now, RULES);
  }

  static Service start(Path folder, StoreOptions options, Instant now, String rules)
      throws IOException {
    return start(builder(folder, rules).store(options), now);
  }

  static Service withoutStore(Path folder, Instant now) throws IOException {
    return start(builder(folder, RULES), now);
  }

  /** Of rules that name no channel, where there is none. */
  static Service withoutPager(Path folder, Path store, Instant now) throws IOException {
    Service[] us = new Service[1];
    us[0] =
        new Service(
            builder(folder, RULES.replace("channels: [pager]", "labels: {was: paged}"))
                .store(StoreOptions.at(store))
                .clock(() -> us[0] == null ? now : us[0].now)
                .listener(transition -> us[0].transitions.add(transition))
                .build(),
            now);
    return us[0];
  }

  private static TocsinBuilder builder(Path folder, String rules) throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolve("rules.yaml"), rules))
        .tickByHand();
  }

  private static Service start(TocsinBuilder builder, Instant now) {
    Service[] us = new Service[1];
    Channel pager =
        new Channel() {
          @Override
          public String name() {
            return "pager";
          }

          @Override
          public void send(Message message) throws IOException {
            if (us[0].down) {
              throw new IOException("the pager is down");
            }
            us[0].sent.add(message);
          }
        };
    Instant[] first = {now};
    us[0] =
        new Service(
            builder
                .channel(pager)
                .clock(() -> us[0] == null ? first[0] : us[0].now)
                .listener(transition -> us[0].transitions.add(transition))
                .build(),
            now);
    return us[0];
  }

  /** Whether the channel fails. */
  void pagerIsDown(boolean isDown) {
    down = isDown;
  }

  boolean isPagerDown() {
    return down;
  }

  boolean record(String user, long latencyMillis, double dollars) {
    return engine.record(
        Call.at(now)
            .model("gpt-4o")
            .user(user)
            .latencyMicros(latencyMillis * 1_000)
            .costNanoDollars((long) (dollars * 1e9))
            .build());
  }

  void advance(Duration by) {
    now = now.plus(by);
    engine.tick(now);
  }

  StoreHealth health() {
    return Objects.requireNonNull(engine.health().store());
  }

  Instant now() {
    return now;
  }

  List<String> keys() {
    return sent.stream().map(Message::key).toList();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** What a kill at this moment would leave behind. Snapshots are written meanwhile. */
  static Path killed(Path store, Path folder) throws IOException {
    for (int attempt = 0; ; attempt++) {
      Path to = folder.resolve("killed-" + attempt);
      if (copied(store, to)) {
        return to;
      }
    }
  }

  /** False when a file went away meanwhile: the copy is then of no single moment. */
  private static boolean copied(Path store, Path to) throws IOException {
    try (var files = Files.walk(store)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(store.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
      return true;
    } catch (NoSuchFileException | UncheckedIOException e) {
      return false;
    }
  }
}
