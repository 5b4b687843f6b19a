package dev.tocsin.examples.kills;

import dev.tocsin.Tocsin;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A service with a store: it makes ten calls a second, all of which fail while the file {@code
 * outage} is there. Ends by itself when its alert has resolved.
 */
public final class WatchedService {
  static final String OUTAGE = "outage";
  private static final long PAUSE_MILLIS = 100;
  private static final String RULES =
      """
      rules:
        - name: errors
          condition: error_rate over 5s > 50%
          for: 15s
          severity: critical
          channels: [pager]
      """;

  private WatchedService() {}

  /** Takes the folder in which everything is kept. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    CountDownLatch resolved = new CountDownLatch(1);
    try (Tocsin tocsin =
        Tocsin.builder()
            .rules(Files.writeString(folder.resolve("rules.yaml"), RULES))
            .store(folder.resolve("store"))
            .channel(new Pager())
            .listener(
                transition -> {
                  System.out.printf(
                      "  %s -> %s at %s, active since %s%n",
                      transition.from().label(),
                      transition.to().label(),
                      transition.time(),
                      transition.activation());
                  if (transition.from() == AlertState.FIRING) {
                    resolved.countDown();
                  }
                })
            .build()) {
      System.out.println("  recovered " + tocsin.recovery().orElseThrow());
      while (!resolved.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        boolean failed = Files.exists(folder.resolve(OUTAGE));
        tocsin.record(
            Call.at(Instant.now())
                .model("gpt-4o")
                .latencyMicros(95_000)
                .status(failed ? Status.ERROR : Status.OK)
                .build());
      }
    }
  }

  private static final class Pager implements Channel {
    @Override
    public String name() {
      return "pager";
    }

    @Override
    public void send(Message message) {
      System.out.println("  paged with the key " + message.key());
    }
  }
}
