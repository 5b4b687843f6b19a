package dev.tocsin.cli.replay;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Time, state, severity, alert, reading and notes of a transition in columns. Lines are made one by
 * one, so a column is as wide as its widest cell so far.
 */
final class TransitionLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ROOMY_FROM = 120;
  private static final int LEAST_READING = 30;
  private static final int GAP = 2;
  private static final int STATE_WIDTH = "resolved".length();

  private final int width;
  private final int startGap;
  private final int severityWidth;
  private int nameWidth;
  private int readingWidth;

  TransitionLine(int width, int nameWidth) {
    boolean roomy = width >= ROOMY_FROM;
    this.width = width;
    this.startGap = roomy ? GAP : 1;
    this.severityWidth = roomy ? "critical".length() : "crit".length();
    this.nameWidth = Math.min(nameWidth, widestName());
  }

  /** One line, or more where the width asks for it. */
  List<AttributedString> lines(Transition transition, Optional<Duration> fired) {
    AttributedString name = AlertKey.of(transition).text();
    AttributedString term = ReadingText.term(transition.decisive());
    AttributedString comparison = ReadingText.comparison(transition.decisive(), transition.to());
    int reading = term.columnLength() + 1 + comparison.columnLength();
    List<AttributedString> notes = notes(transition, fired);
    nameWidth = Math.max(nameWidth, Math.min(name.columnLength(), widestName()));
    readingWidth = Math.max(readingWidth, Math.min(reading, width / 3));

    AttributedString start = start(transition);
    AttributedString wideName = padded(name, nameWidth);
    AttributedString wideComparison =
        padded(comparison, notes.isEmpty() ? 0 : readingWidth - term.columnLength() - 1);
    return Stream.of(
            layout(start, wideName, term, wideComparison, notes),
            layout(start, wideName, term, comparison, notes),
            layout(start, name, term, comparison, notes))
        .filter(lines -> lines.size() == 1)
        .findFirst()
        .orElseGet(() -> layout(start, wideName, term, comparison, notes));
  }

  private List<AttributedString> layout(
      AttributedString start,
      AttributedString name,
      AttributedString term,
      AttributedString comparison,
      List<AttributedString> notes) {
    Paragraph line = new Paragraph(width, startWidth() + nameWidth + GAP);
    line.add(0, start).add(0, name).add(GAP, term).add(1, comparison);
    notes.forEach(note -> line.add(GAP, note));
    return line.lines();
  }

  private AttributedString start(Transition transition) {
    String label = transition.severity().label();
    String severity = label.substring(0, Math.min(label.length(), severityWidth));
    String gap = " ".repeat(startGap);
    return new AttributedStringBuilder()
        .append("  ")
        .append(TIME.format(transition.time()))
        .append(gap)
        .append(padded(state(transition), STATE_WIDTH))
        .append(gap)
        .append(padded(Palette.text(severity, Palette.of(transition.severity())), severityWidth))
        .append(gap)
        .toAttributedString();
  }

  private static AttributedString state(Transition transition) {
    return switch (transition.to()) {
      case FIRING -> Palette.text("FIRING", Palette.RED.bold());
      case PENDING -> Palette.text("pending", Palette.YELLOW);
      case INACTIVE ->
          transition.from() == AlertState.FIRING
              ? Palette.text("resolved", Palette.GREEN)
              : Palette.text("dropped", Palette.FAINT);
    };
  }

  private static List<AttributedString> notes(Transition transition, Optional<Duration> fired) {
    List<AttributedString> notes = new ArrayList<>();
    fired.ifPresent(time -> notes.add(Palette.text("after " + Durations.text(time))));
    ComparedReading reading = transition.decisive();
    if (transition.to() != AlertState.INACTIVE && reading.samples() > 0) {
      notes.add(Palette.text("n=" + Counts.grouped(reading.samples()), Palette.FAINT));
    }
    if (transition.flapping()) {
      notes.add(Palette.text("flapping", Palette.YELLOW));
    }
    if (transition.to() == AlertState.FIRING && !transition.channels().isEmpty()) {
      notes.add(Palette.text("-> " + String.join(", ", transition.channels())));
    }
    return notes;
  }

  private int startWidth() {
    return 2 + "10:15:00".length() + STATE_WIDTH + severityWidth + 3 * startGap;
  }

  private int widestName() {
    return width - startWidth() - GAP - LEAST_READING;
  }

  private static AttributedString padded(AttributedString cell, int width) {
    String blanks = " ".repeat(Math.max(0, width - cell.columnLength()));
    return new AttributedStringBuilder().append(cell).append(blanks).toAttributedString();
  }
}
