package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
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

  /**
   * @param evidence whether transitions say what shows why
   */
  JsonReport(StyledOutput out, StyledOutput err, SkippedLines skipped, boolean evidence) {
    this.out = out;
    this.err = err;
    this.skipped = skipped;
    this.evidence = evidence;
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
  public void badLine(BadLine line) {
    skipped.add(line);
  }

  @Override
  public void end(ReplaySummary summary) {
    out.line(JsonLines.summary(summary));
    err.print(skipped.lines(Integer.MAX_VALUE, 0));
  }
}
