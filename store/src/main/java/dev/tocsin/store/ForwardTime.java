package dev.tocsin.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.RollCycles;

/** A clock's time that does not go back, not even behind the newest file of a journal. */
final class ForwardTime implements TimeProvider {
  private final InstantSource clock;
  private long latest;

  ForwardTime(Path journal, InstantSource clock) {
    this.clock = clock;
    this.latest = newest(journal);
  }

  @Override
  public long currentTimeMillis() {
    latest = Math.max(latest, clock.millis());
    return latest;
  }

  private static long newest(Path journal) {
    try {
      List<Path> files = JournalQueue.files(journal);
      if (files.isEmpty()) {
        return Long.MIN_VALUE;
      }
      return start(files.get(files.size() - 1));
    } catch (IOException | DateTimeParseException e) {
      return Long.MIN_VALUE; // what is wrong with it shows when it is read
    }
  }

  /**
   * When the hour of a file begins, in milliseconds since the epoch.
   *
   * @throws DateTimeParseException when its name is none of a journal's file
   */
  static long start(Path file) {
    String name = file.getFileName().toString();
    String stamp = name.substring(0, name.length() - JournalQueue.SUFFIX.length());
    return LocalDateTime.parse(
            stamp + "00", DateTimeFormatter.ofPattern(RollCycles.FAST_HOURLY.format() + "mm"))
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }
}
