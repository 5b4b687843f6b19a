package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Call;
import dev.tocsin.api.Recovery;
import dev.tocsin.api.StoreHealth;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine's thread, those that record, and the one that closes. */
@Timeout(60)
class ManyThreadsTest {
  private static final int THREADS = 4;
  private static final int EACH = 200;

  @TempDir Path folder;

  @Test
  void whatAllOfThemRecordedIsThereAfterAStop() throws Exception {
    try (Tocsin engine = builder().build()) {
      record(engine, true);
      await().until(() -> engine.health().accepted() == THREADS * EACH);
      assertThat(health(engine).trouble()).isNull();
    }
    assertComesBack();
  }

  @Test
  void anyThreadMayTick() throws Exception {
    try (Tocsin engine = builder().tickByHand().build()) {
      record(engine, true);
      Thread ticking = new Thread(() -> engine.tick(Instant.now()));
      ticking.start();
      ticking.join();
      engine.tick(Instant.now().plusSeconds(2));
      assertThat(health(engine).trouble()).isNull();
      assertThat(health(engine).failures()).isZero();
    }
    assertComesBack();
  }

  private void assertComesBack() throws IOException {
    try (Tocsin engine = builder().tickByHand().build()) {
      Recovery recovery = engine.recovery().orElseThrow();
      assertThat(recovery.closed()).isTrue();
      assertThat(recovery.findings()).isEmpty();
      assertThat(recovery.inputs()).as("the last snapshot has everything").isZero();
      assertThat(engine.health().accepted()).isEqualTo(THREADS * EACH);
    }
  }

  private static void record(Tocsin engine, boolean taken) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int call = 0; call < EACH; call++) {
                  assertThat(engine.record(Call.at(Instant.now()).model("m").build()))
                      .isEqualTo(taken);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private TocsinBuilder builder() throws IOException {
    return Tocsin.builder()
        .rules(Files.writeString(folder.resolve("rules.yaml"), Service.RULES))
        .otherChannels(Channel.noop("pager"))
        .store(StoreOptions.at(folder.resolve("store")).durability(Durability.BEFORE_RETURN));
  }

  private static StoreHealth health(Tocsin engine) {
    return Objects.requireNonNull(engine.health().store());
  }
}
