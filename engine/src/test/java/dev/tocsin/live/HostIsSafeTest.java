package dev.tocsin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.testkit.fake.ScriptedEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With its own thread: whatever plug-ins do, the host goes on. */
@Timeout(60)
class HostIsSafeTest {
  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rules:
              - name: errors
                condition: error_rate > 0.5
                window: 10s
                channels: [pager]
            """);
  }

  @Test
  void aListenerThatThrowsIsCountedAndTheNextOneStillHears() {
    List<Transition> heard = new CopyOnWriteArrayList<>();
    try (Tocsin tocsin =
        Tocsin.builder()
            .rules(rules)
            .otherChannels(Channel.noop("none"))
            .listener(
                transition -> {
                  throw new IllegalStateException("listener");
                })
            .listener(heard::add)
            .evaluationDelay(Duration.ZERO)
            .build()) {
      tocsin.record(failing());
      await().until(() -> !heard.isEmpty());
      await().until(() -> tocsin.health().listenerFailures() == 1);
      assertThat(tocsin.health().ruleErrors()).isZero();
    }
  }

  @Test
  void anEvaluatorThatHangsHoldsUpNeitherHostNorRules() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    ScriptedEvaluator hanging =
        new ScriptedEvaluator(
            "hanging",
            call -> {
              asked.incrementAndGet();
              awaitQuietly(never);
              return List.of();
            });
    List<Transition> heard = new CopyOnWriteArrayList<>();
    Tocsin tocsin =
        Tocsin.builder()
            .rules(rules)
            .otherChannels(Channel.noop("none"))
            .evaluator(hanging)
            .listener(heard::add)
            .evaluationDelay(Duration.ZERO)
            .build();
    for (int i = 0; i < 5_000; i++) {
      assertThat(tocsin.record(failing())).isTrue();
    }
    await().until(() -> !heard.isEmpty());
    await().until(() -> tocsin.health().evaluatorDropped() > 0);
    assertThat(asked).hasValueLessThanOrEqualTo(WorkerBounds.EVALUATOR.threads());
    tocsin.close();
  }

  @Test
  void aChannelThatThrowsIsCountedAndTheOthersStillDeliver() {
    List<Message> delivered = new CopyOnWriteArrayList<>();
    Channel broken =
        new Channel() {
          @Override
          public String name() {
            return "pager";
          }

          @Override
          public void send(Message message) throws IOException {
            delivered.add(message);
            throw new IOException("network down");
          }
        };
    try (Tocsin tocsin =
        Tocsin.builder().rules(rules).channel(broken).evaluationDelay(Duration.ZERO).build()) {
      tocsin.record(failing());
      await().until(() -> tocsin.health().channelFailures() == 1);
      assertThat(delivered).hasSize(1);
    }
  }

  @Test
  void whatAReceiverRefusesForGoodIsGivenUpAtOnceAndCounted() {
    List<Message> tried = new CopyOnWriteArrayList<>();
    Channel refused =
        new Channel() {
          @Override
          public String name() {
            return "pager";
          }

          @Override
          public void send(Message message) throws PermanentFailure {
            tried.add(message);
            throw new PermanentFailure("HTTP 404");
          }
        };
    try (Tocsin tocsin =
        Tocsin.builder().rules(rules).channel(refused).evaluationDelay(Duration.ZERO).build()) {
      tocsin.record(failing());
      await().until(() -> tocsin.health().channelDropped() == 1);
      assertThat(tocsin.health().channelFailures()).isOne();
      assertThat(tried).hasSize(1);
    }
  }

  @Test
  void evaluatorsSeeACallAlsoWhenItWaitsForItsTick() {
    List<Call> seen = new CopyOnWriteArrayList<>();
    ScriptedEvaluator judge =
        new ScriptedEvaluator(
            "judge",
            call -> {
              seen.add(call);
              return List.of();
            });
    try (Tocsin tocsin =
        Tocsin.builder()
            .rules(rules)
            .otherChannels(Channel.noop("none"))
            .evaluator(judge)
            .build()) {
      await().until(() -> tocsin.health().lastEvaluation() != null);
      tocsin.record(failing().toBuilder().input("what?").build());
      await().until(() -> tocsin.health().accepted() == 1);
      await().until(() -> !seen.isEmpty());
      assertThat(seen).singleElement().returns("what?", Call::input);
    }
  }

  @Test
  void aFullQueueDropsAndCounts() {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch engineHeld = new CountDownLatch(1);
    Tocsin tocsin =
        Tocsin.builder()
            .rules(rules)
            .otherChannels(Channel.noop("none"))
            .queueCapacity(16)
            .journal(
                input -> {
                  engineHeld.countDown();
                  awaitQuietly(release); // the engine's thread is stuck
                })
            .build();
    awaitQuietly(engineHeld);
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      taken += tocsin.record(failing()) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(16);
    release.countDown();
    tocsin.close();
    assertThat(tocsin.health()).extracting("dropped", "accepted").containsExactly(984L, 16L);
  }

  @Test
  void whereAskedForRecordWaitsForAPlaceAndLosesNothing() {
    try (Tocsin tocsin =
        Tocsin.builder()
            .rules(rules)
            .otherChannels(Channel.noop("none"))
            .queueCapacity(16)
            .blockWhenFull()
            .build()) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(tocsin.record(failing())).isTrue();
      }
      await().until(() -> tocsin.health().accepted() == 1_000);
      assertThat(tocsin.health().dropped()).isZero();
    }
  }

  private static Call failing() {
    return Call.at(Instant.now()).status(Status.ERROR).build();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        // a plug-in that does not listen to interrupts
      }
    }
  }
}
