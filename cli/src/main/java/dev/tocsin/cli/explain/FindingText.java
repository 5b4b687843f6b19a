package dev.tocsin.cli.explain;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.EvidenceText;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Quantity;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.AlertFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** How an alert stood at a time, for people: a heading, what it did and does, and sections. */
final class FindingText {
  private static final int INDENT = 2;
  private static final int DEEPER = 4;

  private final AlertFinding finding;
  private final RulePlan rule;
  private final int width;

  FindingText(AlertFinding finding, RulePlan rule, int width) {
    this.finding = finding;
    this.rule = rule;
    this.width = width;
  }

  /** All lines, with more sections behind those of this one. */
  List<AttributedString> lines(List<Section> more) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(heading());
    lines.addAll(paragraph(INDENT, state()));
    List<Section> sections = new ArrayList<>(sections());
    sections.addAll(more);
    for (Section section : sections) {
      lines.add(AttributedString.EMPTY);
      lines.add(Palette.text(" ".repeat(INDENT) + section.title(), Palette.STRONG));
      lines.addAll(section.lines());
    }
    lines.add(AttributedString.EMPTY);
    return lines;
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, "Its condition", comparisons());
    Evidence evidence = finding.standing().evidence();
    List<AttributedString> shown = EvidenceText.lines(evidence, unit(), width, DEEPER);
    if (!shown.isEmpty()) {
      String what = finding.state() == AlertState.INACTIVE ? "What is behind its value" : "Why";
      String calls = Counts.of(evidence.sampled(), "call");
      add(sections, what + ", by " + calls + " of its window", shown);
    }
    add(sections, "Which threshold would have fired", thresholds());
    add(sections, "What happened last", finding.last().map(this::last).orElse(List.of()));
    return sections;
  }

  private static void add(List<Section> sections, String title, List<AttributedString> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(title, lines));
    }
  }

  private AttributedString heading() {
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(Palette.text(rule.name(), Palette.STRONG));
    if (!finding.group().isEmpty()) {
      line.append(Palette.text(group(finding.group()), Palette.FAINT));
    }
    line.append("  ").append(Palette.text(rule.severity().label(), Palette.of(rule.severity())));
    return line.append("  at " + ThresholdWords.text(finding.at()) + " UTC").toAttributedString();
  }

  private static String group(Map<String, String> group) {
    return group.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String state() {
    String since =
        finding.standing().alert().map(alert -> ThresholdWords.text(alert.activation())).orElse("");
    String changes = finding.standing().changes().map(ThresholdWords::text).orElse("");
    return switch (finding.state()) {
      case INACTIVE -> "Inactive." + waits();
      case PENDING ->
          "Pending: its condition holds since %s, and it fires at %s if it goes on."
              .formatted(since, changes);
      case FIRING ->
          "Firing; this alert began at "
              + since
              + "."
              + (changes.isEmpty()
                  ? ""
                  : " Its condition does not hold: it resolves at %s unless it does again."
                      .formatted(changes));
    };
  }

  private String waits() {
    return rule.forNanos() == 0
        ? ""
        : " Its condition must hold for "
            + Durations.text(Duration.ofNanos(rule.forNanos()))
            + " before it fires.";
  }

  private List<AttributedString> comparisons() {
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
    for (ComparisonStanding each : finding.comparisons()) {
      ComparedReading reading = each.reading();
      table.row(
          List.of(
              Palette.text(oneLine(reading.term())),
              Palette.text(value(reading), Palette.STRONG),
              Palette.text(reading.operator() + " " + threshold(reading)),
              Palette.text(holds(each)),
              Palette.text(samples(each), Palette.FAINT)));
    }
    return table.lines(width, DEEPER);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String value(ComparedReading reading) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    return value == null
        ? "no data"
        : Quantity.near(value, threshold == null ? Double.NaN : threshold, reading.unit());
  }

  private static String threshold(ComparedReading reading) {
    Double threshold = reading.threshold();
    return threshold == null ? "no data" : Quantity.exact(threshold, reading.unit());
  }

  private static String holds(ComparisonStanding each) {
    if (!each.isKnown()) {
      return "unknown";
    }
    return each.holds() ? "holds" : "does not hold";
  }

  private static String samples(ComparisonStanding each) {
    String samples = "n=" + Counts.grouped(each.reading().samples());
    return each.reading().samples() >= each.minSamples()
        ? samples
        : samples + ", needs " + Counts.grouped(each.minSamples());
  }

  private List<AttributedString> thresholds() {
    List<AttributedString> lines = new ArrayList<>();
    for (int i = 0; i < finding.comparisons().size(); i++) {
      ComparisonStanding each = finding.comparisons().get(i);
      ThresholdWords.of(each, finding.extremes().get(i))
          .ifPresent(
              words ->
                  lines.addAll(
                      paragraph(DEEPER, oneLine(each.reading().term()) + ": " + words + ".")));
    }
    return lines;
  }

  private List<AttributedString> last(Transition last) {
    ComparedReading decisive = last.decisive();
    String what =
        "%s: %s after %s, %s %s against %s"
            .formatted(
                ThresholdWords.text(last.time()),
                last.to().label(),
                last.from().label(),
                oneLine(decisive.term()),
                value(decisive),
                threshold(decisive));
    return paragraph(DEEPER, what + ".");
  }

  private Unit unit() {
    return finding.comparisons().stream()
        .filter(ComparisonStanding::holds)
        .findFirst()
        .orElse(finding.comparisons().get(0))
        .reading()
        .unit();
  }

  private List<AttributedString> paragraph(int indent, String text) {
    return new Paragraph(width, indent)
        .add(0, new AttributedString(" ".repeat(indent)))
        .add(0, Palette.text(text))
        .lines();
  }
}
