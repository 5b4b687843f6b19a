package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.journal.Durability;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lives with kills between any two steps against the same life without: what was decided and sent
 * is the same, up to repeats with equal keys.
 */
class RandomKillsTest {
  private static final int STEPS = 120;

  @TempDir Path folder;

  private static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("tocsin.kills.lives", 12));
  }

  /** What a life has come to. */
  private record Life(
      List<Transition> transitions,
      List<Message> messages,
      List<Alert> alerts,
      List<Reading> readings) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameAsWithout(long seed) throws IOException {
    Life whole = live(seed, false);
    Life cut = live(seed, true);
    assertThat(whole.transitions()).isNotEmpty();
    assertThat(cut.transitions()).isEqualTo(whole.transitions());
    assertThat(known(cut.messages())).isEqualTo(known(whole.messages()));

    assertThat(cut.alerts()).isEqualTo(whole.alerts());
    assertThat(cut.readings()).isEqualTo(whole.readings());
  }

  /**
   * What the pager knows of each alert in the end. Which messages told it depends on when each was
   * tried: what is tried again after a kill is tried at once, and news that waits is told with it.
   */
  private static Map<String, AlertState> known(List<Message> messages) {
    Map<String, AlertState> known = new TreeMap<>();
    for (Message message : messages) {
      for (NotifiedAlert alert : ((Message.Notification) message).alerts()) {
        known.put(alert.transition().alertKey(), alert.transition().to());
      }
    }
    return known;
  }

  private Life live(long seed, boolean kills) throws IOException {
    Random steps = new Random(seed);
    Random murders = new Random(~seed);
    Path store = Files.createTempDirectory(folder, "store");
    List<Transition> transitions = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    Service service = start(store, Service.START, kills);
    for (int step = 0; step < STEPS; step++) {
      switch (steps.nextInt(8)) {
        case 0 -> service.advance(Duration.ofSeconds(steps.nextInt(1, 30)));
        case 1, 2 -> service.advance(Duration.ofSeconds(1));
        case 3 -> service.pagerIsDown(steps.nextBoolean());
        default ->
            assertThat(
                    service.record(
                        "u" + steps.nextInt(3), steps.nextLong(5_000), steps.nextInt(10) * 0.05))
                .isTrue();
      }
      if (kills && murders.nextInt(10) == 0) {
        transitions.addAll(service.transitions);
        messages.addAll(service.sent);
        Path left = Service.killed(store, Files.createTempDirectory(folder, "killed"));
        boolean down = service.isPagerDown();
        Instant now = service.now();
        service.close();
        store = left;
        service = start(store, now, true);
        service.pagerIsDown(down);
        service.engine.tick(now);
        assertThat(service.engine.recovery().orElseThrow().findings()).isEmpty();
      }
    }
    service.pagerIsDown(false);
    service.advance(Duration.ofMinutes(10)); // whatever waits for a next try is tried
    transitions.addAll(service.transitions);
    messages.addAll(service.sent);
    List<Alert> alerts = service.engine.alerts();
    List<Reading> readings = service.engine.readings();
    service.close();
    return new Life(transitions, messages, alerts, readings);
  }

  private Service start(Path store, Instant now, boolean kept) throws IOException {
    StoreOptions options =
        StoreOptions.at(store)
            .durability(Durability.BEFORE_RETURN)
            .snapshotEvery(Duration.ofSeconds(20));
    return kept
        ? Service.start(folder, options, now, Service.RULES)
        : Service.withoutStore(folder, now);
  }
}
