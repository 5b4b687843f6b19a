package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.replay.BadLine;
import dev.tocsin.replay.JsonLines;
import dev.tocsin.replay.ReplaySummary;

/** One JSON object a line on the first output, broken lines on the second. */
final class JsonReport implements ReplayReport {
  private final StyledOutput out;
  private final StyledOutput err;
  private final SkippedLines skipped;
  private final boolean evidence;
  private final boolean messages;

  /**
   * @param evidence whether transitions say what shows why
   * @param messages whether what channels would be told is written too
   */
  JsonReport(
      StyledOutput out,
      StyledOutput err,
      SkippedLines skipped,
      boolean evidence,
      boolean messages) {
    this.out = out;
    this.err = err;
    this.skipped = skipped;
    this.evidence = evidence;
    this.messages = messages;
  }

  @Override
  public void begin(ReplayInput input) {
    // the lines say everything
  }

  @Override
  public void transition(Transition transition) {
    out.line(evidence ? JsonLines.withEvidence(transition) : JsonLines.transition(transition));
  }

  @Override
  public void notification(String channel, Message.Notification notification) {
    if (messages) {
      out.line(JsonLines.notification(channel, notification));
    }
  }

  @Override
  public void badLine(BadLine line) {
    skipped.add(line);
  }

  @Override
  public void end(ReplaySummary summary) {
    out.line(JsonLines.summary(summary));
    err.print(skipped.lines(Integer.MAX_VALUE, 0));
  }
}
