package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.Screen;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWatchTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Longer than a run waits for further changes. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private static final String RULES =
      "rules: [{name: slow, condition: p95(latency) over 1m > %s, channels: [slack]}]\n";
  private static final String TESTS =
      """
      rules: [rules.yaml]
      tests:
        - name: slow answers are told
          events: [{every: 1s, for: 10s, latency: 3s}]
          expect: [{alert: slow, fires: true}]
      """;
  private static final String PASSED = "1 passed, 0 failed (";
  private static final String FAILED = "0 passed, 1 failed (";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final FutureTask<Integer> run = new FutureTask<>(this::watch);
  private final Thread thread = new Thread(run, "watch");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    write("rules.yaml", RULES.formatted("2s"));
    write("a_test.yaml", TESTS);
    thread.start();
    await().atMost(LONG).until(() -> reports(PASSED) == 1);
  }

  @AfterEach
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(LONG.toMillis());
  }

  @Test
  void aChangedRuleIsTestedAnew() {
    writeUntil("rules.yaml", RULES.formatted("4s"), () -> reports(FAILED) > 0);
    writeUntil("rules.yaml", RULES.formatted("2s"), () -> reports(PASSED) > 1);
    assertThat(text(err)).isEmpty();
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    thread.interrupt();

    assertThat(run.get(LONG.toSeconds(), TimeUnit.SECONDS)).isZero();
    assertThat(text(err)).isEmpty();
  }

  @Test
  void aBrokenTestFileDoesNotEndIt() {
    writeUntil("a_test.yaml", "tests: {", () -> text(err).contains("error TC001"));
    writeUntil("a_test.yaml", TESTS, () -> reports(PASSED) > 1);
  }

  @Test
  void aTestFileThatIsGoneForAWhileDoesNotEndIt() {
    deleteUntil("a_test.yaml", () -> text(err).contains("a_test.yaml: no such file\n"));
    writeUntil("a_test.yaml", TESTS, () -> reports(PASSED) > 1);
  }

  @Test
  void aRuleFileThatIsGoneForAWhileDoesNotEndIt() {
    deleteUntil("rules.yaml", () -> text(err).contains("there is no rule file 'rules.yaml'"));
    writeUntil("rules.yaml", RULES.formatted("4s"), () -> reports(FAILED) > 0);
  }

  private int watch() {
    Console console =
        new Console(
            new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8),
            Screen.PIPED,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.PIPED,
            Map.of());
    return Main.run(console, "test", "--watch", folder.resolve("a_test.yaml").toString());
  }

  private long reports(String words) {
    return text(out).lines().filter(line -> line.contains(words)).count();
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }

  /** Again and again, for nobody can see from outside when the watch begins. */
  private void writeUntil(String name, String text, Callable<Boolean> seen) {
    await()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_WRITES)
        .until(
            () -> {
              boolean done = seen.call();
              if (!done) {
                write(name, text);
              }
              return done;
            });
  }

  private void deleteUntil(String name, Callable<Boolean> seen) {
    await()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_WRITES)
        .until(
            () -> {
              boolean done = seen.call();
              if (!done && !Files.deleteIfExists(folder.resolve(name))) {
                Files.createFile(folder.resolve(name));
                Files.delete(folder.resolve(name));
              }
              return done;
            });
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
