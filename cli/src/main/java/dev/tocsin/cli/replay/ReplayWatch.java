package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.cli.terminal.BottomLine;
import dev.tocsin.cli.terminal.OutputClosed;
import dev.tocsin.replay.BadLine;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.replay.ReplayProgress;
import org.jspecify.annotations.Nullable;

/**
 * Follows a replay: passes its events on to the report, above the progress bar where there is one,
 * and counts what fires.
 */
final class ReplayWatch implements ReplayListener, AutoCloseable {
  private final ReplayReport report;
  private final @Nullable BottomLine bottom;
  private final @Nullable ReplayProgressBar bar;
  private final boolean needsVerdict;
  private long firings;

  /**
   * @param needsVerdict whether the replay must go on to its end even when nobody reads the report
   */
  ReplayWatch(
      ReplayReport report,
      @Nullable BottomLine bottom,
      @Nullable ReplayProgressBar bar,
      boolean needsVerdict) {
    this.report = report;
    this.bottom = bottom;
    this.bar = bar;
    this.needsVerdict = needsVerdict;
  }

  /** How often any rule began to fire. */
  long firings() {
    return firings;
  }

  @Override
  public void transition(Transition transition) {
    if (transition.beginsFiring()) {
      firings++;
    }
    write(() -> report.transition(transition));
  }

  @Override
  public void notification(String channel, Message.Notification notification) {
    write(() -> report.notification(channel, notification));
  }

  @Override
  public void badLine(BadLine line) {
    report.badLine(line);
  }

  @Override
  public void progress(ReplayProgress progress) {
    if (bar != null) {
      bar.update(progress);
    }
  }

  /** Lets the report write. */
  void write(Runnable writing) {
    try {
      if (bottom == null) {
        writing.run();
      } else {
        bottom.above(writing);
      }
    } catch (OutputClosed e) {
      if (!needsVerdict) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
