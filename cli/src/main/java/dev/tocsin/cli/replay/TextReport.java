package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.replay.BadLine;
import dev.tocsin.replay.ReplaySummary;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The report for people: a header, the timeline as it comes, and the totals. */
final class TextReport implements ReplayReport {
  private final StyledOutput out;
  private final TimelineMode mode;
  private final SkippedLines skipped;
  private final boolean evidence;
  private final boolean messages;
  private final AlertHistory history = new AlertHistory();
  private List<RuleLine> rules = List.of();
  private Timeline timeline;
  private boolean quiet = true;

  /**
   * @param evidence whether what fires is followed by what shows why
   * @param messages whether what channels would be told is shown too
   */
  TextReport(
      StyledOutput out,
      TimelineMode mode,
      SkippedLines skipped,
      boolean evidence,
      boolean messages) {
    this.out = out;
    this.mode = mode;
    this.skipped = skipped;
    this.evidence = evidence;
    this.messages = messages;
    this.timeline = new Timeline(out.width(), mode, rules, evidence);
  }

  @Override
  public void begin(ReplayInput input) {
    rules = input.rules();
    timeline = new Timeline(out.width(), mode, rules, evidence);
    String size = input.traceBytes() < 0 ? "" : " (" + Counts.bytes(input.traceBytes()) + ")";
    Table table = new Table(Align.LEFT, Align.LEFT);
    String ruleCount = " (" + Counts.of(rules.size(), "rule") + ")";
    table.row(
        List.of(Palette.text("Rules", Palette.STRONG), Palette.text(input.ruleFile() + ruleCount)));
    table.row(List.of(Palette.text("Trace", Palette.STRONG), Palette.text(input.trace() + size)));
    List<AttributedString> lines = new ArrayList<>(table.lines(out.width(), 0));
    lines.add(AttributedString.EMPTY);
    out.print(lines);
  }

  @Override
  public void transition(Transition transition) {
    quiet = false;
    out.print(timeline.lines(transition, history.add(transition)));
  }

  @Override
  public void notification(String channel, Message.Notification notification) {
    if (messages) {
      quiet = false;
      out.print(timeline.lines(channel, notification));
    }
  }

  @Override
  public void badLine(BadLine line) {
    skipped.add(line);
  }

  @Override
  public void end(ReplaySummary summary) {
    List<AttributedString> lines = new ArrayList<>(timeline.end());
    if (!quiet) {
      lines.add(AttributedString.EMPTY);
    }
    boolean fired = summary.firings().values().stream().anyMatch(times -> times > 0);
    if (!fired) {
      lines.add(Palette.text("Nothing fired.", Palette.GREEN));
      lines.add(AttributedString.EMPTY);
    }
    Totals totals = new Totals(summary, out.width());
    lines.addAll(totals.traffic());
    lines.addAll(skipped.lines(out.width(), 2));
    section(lines, summary.calls() == 0 ? List.of() : new CostTable(summary).lines(out.width()));
    section(lines, new AlertTable(rules, summary, history).lines(out.width()));
    section(lines, totals.stillFiring());
    out.print(lines);
  }

  private static void section(List<AttributedString> lines, List<AttributedString> section) {
    if (!section.isEmpty()) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(section);
    }
  }
}
