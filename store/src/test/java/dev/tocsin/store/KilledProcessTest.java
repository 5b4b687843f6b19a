package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.journal.Durability;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process under traffic, killed with SIGKILL again and again, has in the end sent, counted and
 * read what one that was never killed has. Thousands of kills: {@code -Dtocsin.kills=2000}.
 */
class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("tocsin.kills", 12);
  private static final int EVENTS = 3_000 * Math.max(1, KILLS / 12);

  @TempDir Path folder;

  @Test
  void theSameAsWithoutKills() throws IOException, InterruptedException {
    Random random = new Random(7);
    int kills = 0;
    Process child = start("killed", 2);
    while (kills < KILLS) {
      // where it is when it dies is up to the machine
      if (child.waitFor(600 + random.nextInt(1_200), TimeUnit.MILLISECONDS)) {
        break;
      }
      child.destroyForcibly().waitFor();
      kills++;
      child = start("killed", 2);
    }
    assertThat(child.waitFor()).as(log("killed")).isZero();
    assertThat(kills).isPositive();
    assertThat(start("whole", 0).waitFor()).as(log("whole")).isZero();
    assertThat(Files.readString(folder.resolve("killed.end")))
        .isEqualTo(Files.readString(folder.resolve("whole.end")));
    assertThat(new LinkedHashSet<>(Files.readAllLines(folder.resolve("killed.sent"))))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("whole.sent")))
        .hasSizeGreaterThan(10);
    assertThat(log("killed")).doesNotContain("damaged", "cannot be brought back");
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private Process start(String name, int millisEach) throws IOException {
    Path log = folder.resolve(name + ".log");
    return Child.command(
            Traffic.class.getName(),
            true,
            folder.resolve(name).toString(),
            Integer.toString(EVENTS),
            Integer.toString(millisEach))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Records events from where it was killed on; time is that of the events. */
  static final class Traffic {
    private Traffic() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path base = Path.of(args[0]);
      int events = Integer.parseInt(args[1]);
      int millisEach = Integer.parseInt(args[2]);
      Path sent = Path.of(base + ".sent");
      AtomicReference<Instant> now = new AtomicReference<>(Service.START);
      Tocsin engine =
          Tocsin.builder()
              .rules(Files.writeString(Path.of(base + ".yaml"), Service.RULES))
              .tickByHand()
              .clock(now::get)
              .store(
                  StoreOptions.at(base)
                      .durability(Durability.BEFORE_RETURN)
                      .snapshotEvery(Duration.ofSeconds(20)))
              .channel(new Notebook(sent))
              .build();
      System.out.println(engine.recovery().orElseThrow());
      for (long i = engine.health().accepted(); i < events; i++) {
        now.set(Service.START.plusMillis(i * 100));
        engine.tick(now.get());
        if (!engine.record(event(i, now.get()))) {
          throw new IllegalStateException("not written: " + engine.health());
        }
        if (millisEach > 0) {
          TimeUnit.MILLISECONDS.sleep(millisEach);
        }
      }
      engine.tick(now.get().plusSeconds(1));
      Files.writeString(
          Path.of(base + ".end"),
          engine.alerts() + "\n" + engine.readings() + "\n" + engine.health().accepted());
      engine.close();
    }

    private static Call event(long i, Instant time) {
      Random random = new Random(i);
      return Call.at(time)
          .id("c" + i)
          .user("u" + random.nextInt(20))
          .latencyMicros(1_000L * (i / 200 % 3 == 1 ? 4_000 : random.nextInt(1_000)))
          .costNanoDollars(random.nextInt(20_000_000))
          .build();
    }
  }

  /** Writes down each key; what it returned from is on file, however the process ends. */
  private record Notebook(Path file) implements Channel {
    @Override
    public String name() {
      return "pager";
    }

    @Override
    public void send(Message message) throws IOException {
      Files.write(
          file, List.of(message.key()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
