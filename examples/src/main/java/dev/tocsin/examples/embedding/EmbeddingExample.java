package dev.tocsin.examples.embedding;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.channels.console.ConsoleChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a service adds: it builds the engine when it starts, records each call when it has ended,
 * and closes the engine when it stops. The README shows the lines between the tags, and a test
 * holds the two together.
 *
 * <p>From the root of the checkout:
 *
 * <pre>{@code
 * mvn -q -B -pl examples -am package -DskipTests
 * java -cp examples/target/tocsin-examples.jar dev.tocsin.examples.embedding.EmbeddingExample
 * }</pre>
 */
public final class EmbeddingExample {
  private static final long PATIENCE_SECONDS = 30;

  private EmbeddingExample() {}

  /** Takes no arguments; ends after the first alert, which comes out on the console. */
  public static void main(String[] args) throws InterruptedException {
    // tag::readme
    Tocsin tocsin =
        Tocsin.builder()
            .rules(Path.of("examples/alert_rules.yaml"))
            .otherChannels(new ConsoleChannel())
            .build();

    tocsin.record(
        Call.at(Instant.now())
            .model("gpt-4o")
            .user("u1")
            .inputTokens(812)
            .outputTokens(210)
            .latency(Duration.ofMillis(812))
            .status(Status.OK)
            .build());
    // end::readme
    serveUntilAnAlert(tocsin);
    // tag::readme

    tocsin.close();
    // end::readme
  }

  /** The rest of the service's life: a call fails, and about two seconds later an alert says so. */
  private static void serveUntilAnAlert(Tocsin tocsin) throws InterruptedException {
    CountDownLatch alert = new CountDownLatch(1);
    tocsin.onTransition(transition -> alert.countDown());
    tocsin.record(
        Call.at(Instant.now())
            .model("gpt-4o")
            .user("u2")
            .latency(Duration.ofMillis(95))
            .status(Status.ERROR)
            .error("overloaded")
            .build());
    if (!alert.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no alert in " + PATIENCE_SECONDS + " s");
    }
  }
}
