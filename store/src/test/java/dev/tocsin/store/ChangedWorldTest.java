package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Durability;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.InputWriter;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoredSnapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not as it was when the next engine starts, and what becomes of it. */
class ChangedWorldTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void aStore() {
    store = folder.resolve("store");
  }

  @Test
  void aClockThatGoesBackBetweenTwoRuns() throws IOException {
    runWithAlert();
    Instant earlier = Service.START.minus(Duration.ofHours(2));
    try (Service second = Service.start(folder, store, earlier)) {
      second.record("u1", 10, 0.01);
      second.advance(SECOND);
      assertThat(second.engine.health().late()).isEqualTo(1);
      assertThat(second.engine.alerts()).as("time stands still").hasSize(1);
      assertThat(second.transitions).isEmpty();
    }
    Path killed;
    Instant later = Service.START.plusSeconds(10);
    try (Service third = Service.start(folder, store, later)) {
      assertThat(third.engine.recovery().orElseThrow().findings()).isEmpty();
      third.record("u2", 10, 2);
      third.advance(SECOND);
      assertThat(third.engine.alerts()).hasSize(2);
      killed = Service.killed(store, folder);
    }
    try (Service fourth = Service.start(folder, killed, later.plusSeconds(1))) {
      assertThat(fourth.engine.recovery().orElseThrow().findings()).isEmpty();
      assertThat(fourth.engine.alerts()).hasSize(2);
    }
    assertThat(events(store)).hasSize(3);
    assertThat(ticks(store)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aClockThatGoesBackWithinARun() throws IOException {
    Path killed;
    StoreOptions options = StoreOptions.at(store).snapshotEvery(Duration.ofHours(1));
    try (Service service = Service.start(folder, options, Service.START, Service.RULES)) {
      service.record("u1", 10, 0.01);
      service.advance(SECOND);
      service.pagerIsDown(true);
      service.record("u1", 10, 2);
      service.advance(SECOND);
      service.advance(Duration.ofHours(-3));
      service.pagerIsDown(false);
      service.advance(Duration.ofSeconds(2));
      assertThat(service.sent).as("not three hours later").hasSize(1);
      service.record("u3", 10, 2);
      service.advance(Duration.ofHours(3).plusSeconds(5));
      service.record("u4", 10, 2);
      service.advance(SECOND);
      killed = Service.killed(store, folder);
    }
    assertThat(events(killed)).hasSize(4);
    assertThat(ticks(killed)).isSorted().doesNotHaveDuplicates();
    try (Service next = Service.start(folder, killed, Service.START.plusSeconds(8))) {
      assertThat(next.engine.recovery().orElseThrow().findings()).isEmpty();
      assertThat(next.engine.alerts()).extracting(a -> a.group().get("user")).contains("u1", "u4");
    }
  }

  @Test
  void aSnapshotOfAnotherVersionIsMadeUpForByAWholeJournal() throws IOException {
    runWithAlert();
    snapshotOfAnotherVersion();
    try (Service second = Service.start(folder, store, Service.START.plusSeconds(2))) {
      Recovery recovery = second.engine.recovery().orElseThrow();
      assertThat(recovery.findings())
          .containsExactly(
              "the snapshot cannot be used: its state has format 77, this version reads 2",
              "all of the journal is replayed instead");
      assertThat(recovery.snapshot()).isNull();
      assertThat(recovery.events()).isEqualTo(1);
      assertThat(second.engine.alerts()).hasSize(1);
    }
    assertGoesOn(1);
  }

  @Test
  void aSnapshotOfAnotherVersionWithoutTheBeginningOfTheJournalIsABeginning() throws IOException {
    runWithAlert();
    try (Service later = Service.start(folder, store, Service.START.plus(Duration.ofHours(2)))) {
      later.record("u1", 10, 0.1);
      later.advance(SECOND);
    }
    Files.delete(JournalQueue.files(store.resolve("journal")).get(0));
    snapshotOfAnotherVersion();
    Instant now = Service.START.plus(Duration.ofHours(3));
    try (Service second = Service.start(folder, store, now)) {
      assertThat(second.engine.recovery().orElseThrow().findings())
          .containsExactly(
              "the snapshot cannot be used: its state has format 77, this version reads 2",
              "cannot be brought back, the engine begins anew: the journal does not reach back to"
                  + " its beginning");
      assertThat(second.engine.alerts()).isEmpty();
      second.record("u5", 10, 2);
      second.advance(SECOND);
      assertThat(second.engine.alerts()).hasSize(1);
    }
    assertGoesOn(1);
    assertThat(StoreFiles.in(store).verify().problems()).isEmpty();
    assertThat(events(store)).as("nothing is overwritten").hasSize(2);
  }

  @Test
  void otherRules() throws IOException {
    runWithAlert();
    String other =
        """
        rules:
          - name: spender
            condition: sum(cost) by user per day > $1
            channels: [pager]
          - name: new_one
            condition: sum(cost) by user per day > $1.5
        """;
    Instant begun;
    try (Service second = start(other, Service.START.plusSeconds(2))) {
      begun = second.engine.alerts().get(0).activation();
      second.advance(SECOND);
      assertThat(second.transitions)
          .extracting(Transition::rule, Transition::to)
          .containsExactly(tuple("new_one", AlertState.FIRING));
      assertThat(second.engine.alerts())
          .hasSize(2)
          .first()
          .matches(a -> a.activation().equals(begun));
    }
    try (Service third = start(Service.RULES, Service.START.plusSeconds(5))) {
      third.advance(SECOND);
      assertThat(third.transitions)
          .as("no news of the rule that stays")
          .noneMatch(transition -> transition.rule().equals("spender"));
      assertThat(third.engine.alerts()).singleElement().matches(a -> a.activation().equals(begun));
    }
  }

  @Test
  void anotherEvaluateEvery() throws IOException {
    runWithAlert();
    String slower = "evaluate_every: 2s\n" + Service.RULES;
    Path killed;
    StoreOptions durable = StoreOptions.at(store).durability(Durability.BEFORE_RETURN);
    try (Service second = Service.start(folder, durable, Service.START.plusSeconds(2), slower)) {
      assertThat(second.engine.recovery().orElseThrow().findings())
          .containsExactly("'evaluate_every' has changed: the engine begins anew");
      assertThat(second.engine.alerts()).isEmpty();
      second.record("u2", 10, 2);
      killed = Service.killed(store, folder); // before the first snapshot of the new state
      second.advance(Duration.ofSeconds(4));
      assertThat(second.engine.alerts()).hasSize(1);
    }
    try (Service third =
        Service.start(folder, StoreOptions.at(killed), Service.START.plusSeconds(6), slower)) {
      assertThat(third.engine.recovery().orElseThrow().findings()).isEmpty();
    }
  }

  @Test
  void aChannelThatIsGone() throws IOException {
    Path killed;
    try (Service first = Service.start(folder, store, Service.START)) {
      first.pagerIsDown(true);
      first.record("u1", 10, 2);
      first.advance(SECOND);
      killed = Service.killed(store, folder);
    }
    for (Path left : List.of(store, killed)) {
      try (Service second = Service.withoutPager(folder, left, Service.START.plusSeconds(2))) {
        assertThat(second.engine.recovery().orElseThrow().findings()).isEmpty();
        second.advance(SECOND);
        assertThat(second.engine.alerts()).hasSize(1);
        // after a kill it is only in a snapshot, if one was written: nothing is planned for it
        assertThat(second.engine.health().channelDropped()).isBetween(left == store ? 1L : 0L, 1L);
      }
      try (Service third = Service.start(folder, left, Service.START.plusSeconds(9))) {
        assertThat(third.engine.recovery().orElseThrow().deliveries()).isZero();
        third.advance(SECOND);
        assertThat(third.sent).as("it is told where its rule sends it now").hasSize(1);
        assertThat(third.engine.alerts()).hasSize(1);
      }
    }
  }

  @Test
  void textsAreKeptWhenTheyAreAskedFor() throws IOException {
    String text = "the quick brown fox";
    for (boolean kept : List.of(true, false)) {
      Path own = folder.resolve("texts-" + kept);
      StoreOptions options = kept ? StoreOptions.at(own).withTexts() : StoreOptions.at(own);
      try (Service service = Service.start(folder, options, Service.START, Service.RULES)) {
        service.engine.record(
            Call.at(service.now()).model("gpt-4o").input(text).output("over the lazy dog").build());
        service.advance(SECOND);
      }
      assertThat(EraseTest.filesWith(own, text).isEmpty()).isEqualTo(!kept);
      assertThat(EraseTest.filesWith(own, "lazy dog").isEmpty()).isEqualTo(!kept);
      assertThat(EraseTest.filesWith(own, "gpt-4o")).isNotEmpty();
    }
  }

  private Service start(String rules, Instant now) throws IOException {
    return Service.start(folder, StoreOptions.at(store), now, rules);
  }

  private void runWithAlert() throws IOException {
    try (Service first = Service.start(folder, store, Service.START)) {
      first.record("u1", 10, 2);
      first.advance(SECOND);
      assertThat(first.engine.alerts()).hasSize(1);
    }
  }

  private void assertGoesOn(int alerts) throws IOException {
    try (Service next = Service.start(folder, store, Service.START.plus(Duration.ofHours(4)))) {
      assertThat(next.engine.recovery().orElseThrow().findings()).isEmpty();
      assertThat(next.engine.alerts()).hasSize(alerts);
    }
  }

  private void snapshotOfAnotherVersion() throws IOException {
    StoreOptions options = StoreOptions.at(store);
    try (ChronicleStore open = ChronicleStore.open(options, () -> Service.START)) {
      StoredSnapshot newest = open.latest().orElseThrow();
      open.replay(newest.place(), (bytes, length) -> {});
      ByteOutput gauges = new ByteOutput(16);
      new InputWriter(false).write(new Input.Gauges(Map.of()), gauges);
      long last = open.append(gauges.array(), gauges.size());
      open.snapshot(last, List.of(ByteBuffer.allocate(100).putInt(0, 77).array()));
    }
  }

  private static List<Event> events(Path directory) throws IOException {
    List<Event> events = new ArrayList<>();
    StoreFiles.in(directory)
        .read(
            new InputSink() {
              @Override
              public void arrival(Event event) {
                events.add(event);
              }
            });
    return events;
  }

  private static List<Long> ticks(Path directory) throws IOException {
    List<Long> ticks = new ArrayList<>();
    StoreFiles.in(directory)
        .read(
            new InputSink() {
              @Override
              public void tick(long nanos) {
                ticks.add(nanos);
              }
            });
    return ticks;
  }
}
