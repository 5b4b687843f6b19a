package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Call;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.spi.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several threads record at once into a queue that is too small for them. */
@Timeout(60)
class NothingIsLostUncountedTest {
  private static final int EACH = 20_000;

  @TempDir Path folder;
  private final ExecutorService hosts = Executors.newCachedThreadPool();
  private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    rules =
        Files.writeString(
            folder.resolve("rules.yaml"), "rules: [{name: a, condition: count() over 10s < 0}]");
  }

  @AfterEach
  void end() {
    hosts.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"1,2", "2,16", "4,64", "8,1024"})
  void whatIsNotAcceptedIsDroppedAndCounted(int threads, int capacity) throws Exception {
    Tocsin tocsin = builder().queueCapacity(capacity).build();
    long taken = record(tocsin, threads);
    tocsin.close();
    EngineHealth health = tocsin.health();
    assertThat(health.accepted()).isEqualTo(taken);
    assertThat(health.accepted() + health.dropped()).isEqualTo((long) threads * EACH);
  }

  @ParameterizedTest
  @CsvSource({"1,16", "4,64", "8,1024"})
  void whereRecordWaitsAllIsAccepted(int threads, int capacity) throws Exception {
    try (Tocsin tocsin = builder().queueCapacity(capacity).blockWhenFull().build()) {
      assertThat(record(tocsin, threads)).isEqualTo((long) threads * EACH);
      await().until(() -> tocsin.health().accepted() == (long) threads * EACH);
      assertThat(tocsin.health().dropped()).isZero();
    }
  }

  @Test
  void closedAmongRecordingThreadsEveryEventIsStillAcceptedOrDropped() throws Exception {
    Tocsin tocsin = builder().queueCapacity(64).blockWhenFull().build();
    CountDownLatch begun = new CountDownLatch(1);
    List<Future<Long>> taken = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      taken.add(
          hosts.submit(
              () -> {
                begun.countDown();
                return recordEach(tocsin);
              }));
    }
    begun.await();
    tocsin.close();
    long all = sum(taken);
    EngineHealth health = tocsin.health();
    assertThat(health.accepted() + health.dropped()).isEqualTo(4L * EACH);
    assertThat(health.accepted()).isLessThanOrEqualTo(all);
  }

  private long record(Tocsin tocsin, int threads) throws Exception {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      tasks.add(() -> recordEach(tocsin));
    }
    return sum(hosts.invokeAll(tasks));
  }

  private static long recordEach(Tocsin tocsin) {
    long taken = 0;
    for (int number = 0; number < EACH; number++) {
      taken += tocsin.record(Call.at(Instant.now()).build()) ? 1 : 0;
    }
    return taken;
  }

  private static long sum(List<Future<Long>> taken)
      throws InterruptedException, ExecutionException {
    long sum = 0;
    for (Future<Long> each : taken) {
      sum += each.get();
    }
    return sum;
  }

  private TocsinBuilder builder() {
    return Tocsin.builder().rules(rules).otherChannels(Channel.noop("none"));
  }
}
