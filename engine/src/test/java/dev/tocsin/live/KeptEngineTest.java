package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.Status;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.journal.Durability;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine and its store, whatever that store does. */
@Timeout(60)
class KeptEngineTest {
  private static final Instant START = Instant.parse("2026-10-03T10:00:00Z");
  private static final String RULES =
      """
      rules:
        - name: errors
          condition: error_rate over 1m > 50%
          for: 5s
          channels: [pager]
      """;

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore();
  private final List<Transition> heard = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @BeforeEach
  void place() {
    MemoryStores.put(folder, store);
  }

  @Test
  void goesOnWithTheAlertsItHad() throws IOException {
    try (Tocsin first = engine(RULES)) {
      fail(first);
      pass(first, 2);
      MemoryStores.put(folder, store.killed());
    }
    heard.clear();
    try (Tocsin second = engine(RULES)) {
      assertThat(recovery(second).pending()).isEqualTo(1);
      pass(second, 4);
      assertThat(heard).singleElement().matches(t -> t.time().equals(START.plusSeconds(6)));
    }
  }

  @Test
  void listenersHearOnlyOfWhatIsInTheJournal() throws IOException {
    List<Integer> batches = new ArrayList<>();
    try (Tocsin engine =
        builder(RULES).listener(heard -> batches.add(store.batches())).store(folder).build()) {
      fail(engine);
      int before = store.batches();
      pass(engine, 1);
      assertThat(batches).singleElement().matches(then -> then > before);
    }
  }

  @Test
  void afterAStopNothingNeedsToBeReplayed() throws IOException {
    try (Tocsin first = engine(RULES)) {
      fail(first);
      pass(first, 8);
    }
    assertThat(store.wasClosed()).isTrue();
    try (Tocsin second = engine(RULES)) {
      assertThat(recovery(second))
          .matches(Recovery::closed)
          .matches(found -> found.inputs() == 0)
          .matches(found -> found.firing() == 1);
    }
  }

  @Test
  void otherRulesTakeOverAtTheStart() throws IOException {
    try (Tocsin first = engine(RULES)) {
      fail(first);
      pass(first, 8);
      MemoryStores.put(folder, store.withoutSnapshot());
    }
    heard.clear();
    try (Tocsin second = engine(RULES.replace("name: errors", "name: failures"))) {
      assertThat(recovery(second).firing()).as("as it was").isEqualTo(1);
      assertThat(heard)
          .singleElement()
          .matches(t -> t.rule().equals("errors") && t.to() == AlertState.INACTIVE);
      pass(second, 1);
      assertThat(second.alerts()).singleElement().matches(a -> a.rule().equals("failures"));
    }
  }

  @Test
  void anotherTickIsAnotherEngine() throws IOException {
    try (Tocsin first = engine(RULES)) {
      fail(first);
      pass(first, 2);
    }
    try (Tocsin second = engine("evaluate_every: 5s\n" + RULES)) {
      assertThat(recovery(second).findings())
          .containsExactly("'evaluate_every' has changed: the engine begins anew");
      assertThat(second.alerts()).isEmpty();
    }
  }

  @Test
  void stateOfAnotherVersionIsNotRead() throws IOException {
    try (Tocsin first = engine(RULES)) {
      fail(first);
      pass(first, 2);
      MemoryStores.put(folder, store.withState(new byte[] {0, 0, 0, 99}));
    }
    try (Tocsin second = engine(RULES)) {
      assertThat(recovery(second).findings())
          .containsExactly(
              "the snapshot cannot be used: its state has format 99, this version reads 2",
              "all of the journal is replayed instead");
      pass(second, 8);
      assertThat(second.alerts()).hasSize(1);
    }
  }

  @Test
  void aStoreThatFailsCostsNoVerdict() throws IOException {
    MemoryStore beforeRepair;
    try (Tocsin first = engine(RULES)) {
      pass(first, 1);
      await().until(() -> store.snapshots() > 0);
      store.isBroken(true);
      fail(first);
      pass(first, 1);
      assertThat(health(first).trouble()).isEqualTo("out of order");
      pass(first, 7);
      assertThat(first.alerts()).hasSize(1);
      assertThat(health(first).inputsLost()).isPositive();
      assertThat(health(first).failures()).isPositive();
      store.isBroken(false);
      int snapshots = store.snapshots();
      beforeRepair = store.killed();
      beginsAnew(first);
      await().until(() -> store.snapshots() > snapshots);
      MemoryStores.put(folder, store.killed());
    }
    try (Tocsin second = engine(RULES)) {
      assertThat(recovery(second).findings()).isEmpty();
      assertThat(recovery(second).firing()).isEqualTo(1);
    }
    MemoryStores.put(folder, beforeRepair);
    try (Tocsin other = engine(RULES)) {
      assertThat(recovery(other).firing()).as("that was lost").isZero();
    }
  }

  @Test
  void everyInputIsEitherWrittenOrLost() throws IOException {
    try (Tocsin engine = engine(RULES)) {
      pass(engine, 1);
      long before = health(engine).inputs();
      store.isBroken(true);
      fail(engine);
      fail(engine);
      pass(engine, 1);
      assertThat(health(engine).inputs()).isEqualTo(before);
      assertThat(health(engine).inputsLost()).as("two events and a tick").isEqualTo(3);
    }
  }

  @Test
  void aSnapshotThatFailsIsToldAndTriedAgainSoon() throws IOException {
    store.snapshotsFail(true);
    try (Tocsin engine = engine(RULES)) {
      pass(engine, 1);
      await().until(() -> health(engine).warning() != null);
      assertThat(health(engine).warning())
          .isEqualTo("no snapshot could be written: no snapshots today");
      assertThat(health(engine).trouble()).isNull();
      store.snapshotsFail(false);
      pass(engine, 11);
      await().until(() -> health(engine).warning() == null);
      assertThat(store.snapshots()).isEqualTo(1);
    }
  }

  @Test
  void whatLiesBehindAHoleIsNotUsed() throws IOException {
    try (Tocsin first = engine(RULES)) {
      pass(first, 1);
      store.isBroken(true);
      fail(first);
      pass(first, 1);
      store.isBroken(false);
      beginsAnew(first);
      fail(first);
      pass(first, 2);
      MemoryStores.put(folder, store.withoutSnapshot());
    }
    try (Tocsin second = engine(RULES)) {
      assertThat(recovery(second).findings())
          .singleElement()
          .asString()
          .contains("the journal has a hole after the last snapshot", "could not be used");
      assertThat(second.alerts()).isEmpty();
    }
  }

  @Test
  void withBeforeReturnWhatReturnedIsInTheJournal() throws Exception {
    try (Tocsin engine =
        live(StoreOptions.at(folder).durability(Durability.BEFORE_RETURN)).build()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int call = 0; call < 50; call++) {
                    int before = store.batches();
                    assertThat(engine.record(failing())).isTrue();
                    assertThat(store.batches()).isGreaterThan(before);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      await().until(() -> engine.health().accepted() == 200);
      store.isBroken(true);
      assertThat(engine.record(failing())).as("it is not in the journal").isFalse();
      await().until(() -> engine.health().accepted() == 201);
    }
  }

  @Test
  void withBeforeReturnATickedEngineTakesEventsAtOnce() throws IOException {
    try (Tocsin engine =
        builder(RULES)
            .store(StoreOptions.at(folder).durability(Durability.BEFORE_RETURN))
            .build()) {
      int before = store.batches();
      assertThat(engine.record(failing())).isTrue();
      assertThat(store.batches()).isEqualTo(before + 1);
      assertThat(engine.record(null)).isFalse();
      assertThat(engine.health().dropped()).isEqualTo(1);
    }
  }

  private TocsinBuilder live(StoreOptions options) throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolve("rules.yaml"), RULES))
        .otherChannels(Channel.noop("pager"))
        .clock(now::get)
        .store(options);
  }

  private TocsinBuilder builder(String rules) throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolve("rules.yaml"), rules))
        .otherChannels(Channel.noop("pager"))
        .listener(heard::add)
        .clock(now::get)
        .tickByHand();
  }

  private Tocsin engine(String rules) throws IOException {
    return builder(rules).store(folder).build();
  }

  private void pass(Tocsin engine, int seconds) {
    for (int i = 0; i < seconds; i++) {
      engine.tick(now.updateAndGet(before -> before.plusSeconds(1)));
    }
  }

  /** Once the snapshot that was being written is done. */
  private void beginsAnew(Tocsin engine) {
    await()
        .until(
            () -> {
              pass(engine, 11);
              return health(engine).trouble() == null;
            });
  }

  private void fail(Tocsin engine) {
    assertThat(engine.record(failing())).isTrue();
  }

  private Call failing() {
    return Call.at(Objects.requireNonNull(now.get())).status(Status.ERROR).build();
  }

  private static Recovery recovery(Tocsin engine) {
    return engine.recovery().orElseThrow();
  }

  private static StoreHealth health(Tocsin engine) {
    return Objects.requireNonNull(engine.health().store());
  }
}
