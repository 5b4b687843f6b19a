package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.replay.ReplaySummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** What a replay came to: the traffic, its cost, and the alerts that still fire. */
final class Totals {
  private static final DateTimeFormatter STAMP = utc("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = utc("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = utc("HH:mm:ss");
  private static final int MOST_STILL_FIRING = 10;

  private final ReplaySummary summary;
  private final int width;

  Totals(ReplaySummary summary, int width) {
    this.summary = summary;
    this.width = width;
  }

  List<AttributedString> traffic() {
    Table table = new Table(Align.LEFT, Align.LEFT);
    fact(table, "Events", events());
    if (!summary.isNative()) {
      fact(table, "Format", summary.format());
    }
    if (!summary.passedOver().isEmpty()) {
      fact(table, "Passed over", passedOver());
    }
    Instant from = summary.from();
    Instant until = summary.until();
    if (from != null && until != null) {
      fact(table, "Span", span(from, until));
    }
    if (summary.orphanScores() > 0) {
      String scores = Counts.of(summary.orphanScores(), "score");
      fact(table, "Orphans", scores + " without a known call, counted without its groups");
    }
    if (summary.evaluatorFailures() > 0) {
      String failures = Counts.of(summary.evaluatorFailures(), "evaluation");
      fact(table, "Failed", failures + ", their calls have no score");
    }
    List<String> leftOut = leftOut();
    if (!leftOut.isEmpty()) {
      fact(table, "Left out", String.join(", ", leftOut));
    }
    return table.lines(width, 0);
  }

  /** The groups that still fire; for a rule without groups its row among the rules says it. */
  List<AttributedString> stillFiring() {
    List<Transition> alerts =
        summary.stillFiring().stream().filter(alert -> !alert.group().isEmpty()).toList();
    List<AttributedString> lines = new ArrayList<>();
    if (alerts.isEmpty()) {
      return lines;
    }
    lines.add(Palette.text("Groups still firing at the end", Palette.STRONG));
    for (Transition alert : alerts.subList(0, Math.min(alerts.size(), MOST_STILL_FIRING))) {
      Paragraph line = new Paragraph(width, 4);
      line.add(0, new AttributedString("  "));
      line.add(0, AlertKey.of(alert).text());
      line.add(1, Palette.text("since " + STAMP.format(alert.time()) + " UTC"));
      lines.addAll(line.lines());
    }
    if (alerts.size() > MOST_STILL_FIRING) {
      lines.add(Palette.text("  and " + (alerts.size() - MOST_STILL_FIRING) + " more"));
    }
    return lines;
  }

  private static String span(Instant from, Instant until) {
    boolean sameDay = DAY.format(from).equals(DAY.format(until));
    DateTimeFormatter end = sameDay ? TIME : STAMP;
    String length = Durations.text(Duration.between(from, until));
    return STAMP.format(from) + " to " + end.format(until) + " UTC, " + length;
  }

  private String passedOver() {
    return new TreeMap<>(summary.passedOver())
        .entrySet().stream()
            .map(kind -> Counts.grouped(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining("; "));
  }

  private String events() {
    String events = Counts.of(summary.events(), "event");
    long calls = summary.calls();
    String ofThem = calls == summary.events() ? "" : " (" + Counts.of(calls, "call") + ")";
    return events + ofThem + ", replayed in " + Durations.text(summary.took()) + speed();
  }

  private String speed() {
    double seconds = summary.took().toNanos() / 1e9;
    return seconds <= 0 || summary.events() == 0
        ? ""
        : ", " + Counts.grouped(Math.round(summary.events() / seconds)) + " a second";
  }

  private List<String> leftOut() {
    List<String> leftOut = new ArrayList<>();
    add(leftOut, summary.skipped(), "broken line", "broken lines");
    add(leftOut, summary.late(), "late event", "late events");
    add(leftOut, summary.duplicates(), "duplicate", "duplicates");
    return leftOut;
  }

  private static void add(List<String> to, long number, String singular, String plural) {
    if (number > 0) {
      to.add(Counts.of(number, singular, plural));
    }
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  private static void fact(Table table, String name, String value) {
    table.row(List.of(Palette.text(name, Palette.STRONG), Palette.text(value)));
  }
}
