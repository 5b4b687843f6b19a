package dev.tocsin.cli.replay;

import dev.tocsin.cli.terminal.BottomLine;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.replay.ReplayProgress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bytes read, events, and the time reached in the trace, on the bottom line of a terminal. */
public final class ReplayProgressBar implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final int REFRESH_MILLIS = 200;
  private static final long MEGABYTE = 1_000_000;
  private static final long KILOBYTE = 1_000;
  private final ProgressBar bar;

  /**
   * A bar.
   *
   * @param bytes to be read, or -1 where it is not known
   */
  public ReplayProgressBar(long bytes, BottomLine line, boolean unicode) {
    boolean large = bytes >= 10 * MEGABYTE;
    bar =
        new ProgressBarBuilder()
            .setTaskName("")
            .setInitialMax(bytes)
            .setUnit(large ? "MB" : "kB", large ? MEGABYTE : KILOBYTE)
            .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(line)
            .hideEta()
            .build();
  }

  /** Shows how far it is. */
  public void update(ReplayProgress progress) {
    Instant reached = progress.reached();
    String time = reached == null ? "" : ", " + STAMP.format(reached);
    bar.setExtraMessage(" " + Counts.of(progress.events(), "event") + time);
    bar.stepTo(progress.bytesRead());
  }

  @Override
  public void close() {
    bar.close();
  }
}
