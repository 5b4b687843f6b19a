package dev.tocsin.trace;

import dev.tocsin.api.Instants;
import dev.tocsin.trace.TraceReader.BadLineSink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a wrong stamp from moving time: a jump of more than a day ahead is taken only when more
 * than half of the next 100 lines agree, which is when they do not fall back behind it; else the
 * line is bad. (Not all of them: a second wrong stamp among them must not cost the good ones.) The
 * first line is checked the same way. Near the end of the file, where fewer lines follow, a jump of
 * more than a month needs at least {@value #FEWEST} of them; a shorter one on the very last line,
 * which nothing can confirm, is taken.
 */
final class JumpCheck {
  private static final long JUMP = Duration.ofDays(1).toNanos();
  private static final long UNCONFIRMED = Duration.ofDays(31).toNanos();
  private static final int WITNESSES = 100;
  private static final int FEWEST = 10;

  private final EventSource source;
  private final BadLineSink badLines;
  private final Deque<TraceLine> ahead = new ArrayDeque<>();
  private boolean started;
  private long newest;

  JumpCheck(EventSource source, BadLineSink badLines) {
    this.source = source;
    this.badLines = badLines;
  }

  @Nullable TraceLine next() throws IOException {
    while (true) {
      TraceLine line = ahead.isEmpty() ? source.next() : ahead.remove();
      if (line == null) {
        return null;
      }
      long stamp = line.event().timeNanos();
      if (started && stamp - newest <= JUMP) {
        newest = Math.max(newest, stamp);
        return line;
      }
      if (confirmed(stamp)) {
        started = true;
        newest = stamp;
        return line;
      }
      badLines.badLine(line.number(), reason(stamp));
    }
  }

  private boolean confirmed(long stamp) throws IOException {
    while (ahead.size() < WITNESSES) {
      TraceLine line = source.next();
      if (line == null) {
        break;
      }
      ahead.add(line);
    }
    long agree = ahead.stream().filter(line -> line.event().timeNanos() >= stamp - JUMP).count();
    if (agree * 2 < ahead.size() || (agree * 2 == ahead.size() && agree > 0)) {
      return false;
    }
    return !started || stamp - newest <= UNCONFIRMED || agree >= FEWEST;
  }

  private String reason(long stamp) {
    if (!started) {
      return "time %s is more than a day after the lines that follow"
          .formatted(Instants.ofNanos(stamp));
    }
    return String.format(
        Locale.ROOT,
        "time %s is %,d days after the lines before, and %s",
        Instants.ofNanos(stamp),
        Duration.ofNanos(stamp - newest).toDays(),
        ahead.size() < FEWEST
            ? "too few lines follow that agree"
            : "the lines that follow do not agree");
  }
}
