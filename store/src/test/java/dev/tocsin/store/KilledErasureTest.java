package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Reading;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.Journal;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.live.Kept;
import dev.tocsin.live.LiveEngine;
import dev.tocsin.live.LiveSettings;
import dev.tocsin.live.Plugins;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill at every step of an erasure: the next engine completes it, or it had not begun. */
class KilledErasureTest {
  private static final String VICTIM = "jane.roe@example.org";
  private static final Plan PLAN =
      Rules.parse(
          "rules",
          """
          rules:
            - {name: spender, condition: sum(cost) by user per day > $1}
            - {name: slow, condition: p95(latency) by user over 10m > 1s}
          """);
  private static final int BATCHES = 20;

  @TempDir Path folder;
  private final List<Left> left = new ArrayList<>();
  private final TreeSet<String> steps = new TreeSet<>();
  private Path store;
  private Instant now = Service.START;
  private boolean watched;

  private record Left(String step, Path store) {}

  @Test
  void theNextEngineCompletesIt() throws IOException {
    store = folder.resolve("store");
    List<Reading> others;
    try (LiveEngine engine = open(store, this::reached)) {
      for (int batch = 0; batch < BATCHES; batch++) {
        now = now.plus(Duration.ofMinutes(10)); // over some hours, and so files
        engine.record(call(VICTIM));
        engine.record(call("ann"));
        engine.tick(now);
      }
      Files.createDirectory(store.resolve("journal.damaged-1"));
      Files.writeString(store.resolve("journal.damaged-1/old.cq4"), VICTIM);
      others = ofOthers(engine);
      watched = true;
      assertThat(engine.erase(VICTIM)).isTrue();
      watched = false;
      assertThat(EraseTest.filesWith(store, VICTIM)).isEmpty();
    }
    assertThat(steps)
        .contains(
            "a batch is rewritten",
            "an erasure is done",
            "an erasure is noted",
            "another snapshot is deleted",
            "the journal is another",
            "the journal is rewritten",
            "the manifest is there",
            "what was damaged is deleted");
    for (Left killed : left) {
      try (LiveEngine next = open(killed.store, WritePoints.NONE)) {
        assertThat(EraseTest.filesWith(killed.store, VICTIM)).as(killed.step).isEmpty();
        assertThat(ofOthers(next)).as(killed.step).isEqualTo(others);
        assertThat(next.readings()).as(killed.step).noneMatch(r -> r.group().containsValue(VICTIM));
        assertThat(killed.store.resolve("erasing")).doesNotExist();
      }
      assertThat(StoreFiles.in(killed.store).verify().problems()).as(killed.step).isEmpty();
      assertThat(EraseTest.filesWith(killed.store, VICTIM)).as(killed.step).isEmpty();
    }
  }

  private void reached(String step) {
    if (watched) {
      steps.add(step);
      try {
        left.add(new Left(step, Service.killed(store, Files.createTempDirectory(folder, "at"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private LiveEngine open(Path directory, WritePoints points) {
    StoreOptions options = StoreOptions.at(directory).snapshotEvery(Duration.ofMinutes(50));
    LiveSettings byDefault = LiveSettings.DEFAULT;
    return new LiveEngine(
        PLAN,
        RuleTexts.NONE,
        DroolsMatcher::new,
        PriceList.builtIn(),
        Journal.NONE,
        Optional.of(
            new Kept(ChronicleStore.open(options, () -> now, points), options, texts -> PLAN)),
        new Plugins(List.of(), Map.of(), Optional.empty(), Map.of(), List.of()),
        new LiveSettings(
            () -> now,
            true,
            byDefault.queueCapacity(),
            false,
            byDefault.evaluationDelay(),
            byDefault.maxAhead(),
            Optional.empty(),
            byDefault.closePatience(),
            byDefault.limits()));
  }

  private Call call(String user) {
    return Call.at(now.minusMillis(1))
        .model("gpt-4o")
        .user(user)
        .latencyMicros(2_000_000)
        .costNanoDollars(200_000_000)
        .build();
  }

  private static List<Reading> ofOthers(LiveEngine engine) {
    return engine.readings().stream()
        .filter(reading -> !reading.group().containsValue(VICTIM))
        .toList();
  }
}
