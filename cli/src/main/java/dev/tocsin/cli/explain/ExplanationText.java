package dev.tocsin.cli.explain;

import dev.tocsin.aggregate.Footprint;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.cli.text.Quantity;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.explain.AggregateExplanation;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.explain.TermExplanation;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.FunctionText;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.window.WindowShape;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** One rule in plain words. */
final class ExplanationText {
  private static final int INDENT = 2;
  private static final int DEEPER = 4;
  private static final AttributedString MARGIN = new AttributedString(" ".repeat(INDENT));

  private final RuleExplanation explanation;
  private final RulePlan rule;
  private final int width;
  private final List<AttributedString> lines = new ArrayList<>();

  ExplanationText(RuleExplanation explanation, int width) {
    this.explanation = explanation;
    this.rule = explanation.rule();
    this.width = width;
  }

  List<AttributedString> lines() {
    heading();
    paragraph(Palette.text(meaning()));
    explanation.terms().forEach(this::term);
    explanation.resolveTerms().forEach(this::term);
    explanation.aggregates().forEach(this::aggregate);
    lines.addAll(new RouteSection(explanation, width).lines());
    section("As DRL (constants in base units)");
    explanation
        .drl()
        .lines()
        .forEach(line -> lines.add(Palette.text((" ".repeat(DEEPER) + line).stripTrailing())));
    lines.add(AttributedString.EMPTY);
    return List.copyOf(lines);
  }

  private void heading() {
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(Palette.text(rule.name(), Palette.STRONG)).append("  ");
    line.append(Palette.text(rule.severity().label(), Palette.of(rule.severity())));
    if (!rule.channels().isEmpty()) {
      line.append(Palette.text("  -> " + String.join(", ", rule.channels())));
    }
    lines.add(line.toAttributedString());
    paragraph(Palette.text(explanation.condition()));
  }

  private String meaning() {
    String groups =
        rule.dimensions().isEmpty()
            ? " One alert in all."
            : " One alert for each " + String.join(" and ", rule.dimensions()) + ".";
    String actions =
        rule.actions().isEmpty()
            ? ""
            : " When it fires: " + String.join(", ", rule.actions()) + ".";
    return new LifeWords(explanation).text() + groups + actions;
  }

  private void term(TermExplanation term) {
    section(ConditionWords.words(term));
    Table table = new Table(Align.LEFT, Align.LEFT);
    for (TermExplanation.Definition definition : term.definitions()) {
      row(table, "means", definition.metric() + " = " + definition.expression());
    }
    if (!term.asksForAbsence()) {
      for (ReadingPlan reading : term.readings()) {
        row(table, "reads", reads(reading));
        row(table, "", samples(term, reading) + "; " + withoutData(reading));
      }
      row(table, "unit", unit(term.comparison().reading().unit()));
    }
    if (!term.label().equals(term.term())) {
      row(table, "known as", term.label());
    }
    row(table, "bands", bands(term));
    print(table);
  }

  private static String reads(ReadingPlan reading) {
    Function function = reading.statistic().function();
    return function.label() + ": " + FunctionText.of(function).summary();
  }

  private static String withoutData(ReadingPlan reading) {
    return reading.zeroWhenEmpty()
        ? "0 when there were no events"
        : "no data without events: then the comparison is neither true nor false";
  }

  private static String samples(TermExplanation term, ReadingPlan reading) {
    long byDefault = reading.statistic().defaultMinSamples();
    long samples = term.minSamples(reading);
    String least = samples == 0 ? "needs no samples" : "needs " + Counts.of(samples, "sample");
    String baseline =
        reading.statistic().function().comparesWithBaseline()
            ? " and " + Function.MIN_BASELINE_SAMPLES + " in the baseline"
            : "";
    return least + baseline + (samples == byDefault ? " (the default)" : " (min_samples)");
  }

  private static String bands(TermExplanation term) {
    Unit unit = term.comparison().reading().unit();
    return term.limits().stream()
            .map(
                limit ->
                    Quantity.exact(limit.value(), unit)
                        + " ("
                        + String.join(", ", limit.rules())
                        + ")")
            .collect(Collectors.joining(", "))
        + ": "
        + Counts.of(2L * term.limits().size() + 1, "band")
        + " and no data; Drools hears of changes between them only";
  }

  private void aggregate(AggregateExplanation aggregate) {
    section("Folded for it");
    Table table = new Table(Align.LEFT, Align.LEFT);
    row(table, "gives", String.join("; ", aggregate.readings()));
    row(table, "window", window(aggregate));
    row(
        table,
        "groups",
        aggregate.dimensions().isEmpty()
            ? "one total"
            : "one for each " + String.join(" and ", aggregate.dimensions()));
    row(table, "memory", memory(aggregate));
    row(
        table,
        "shared",
        aggregate.sharedWith().isEmpty()
            ? "with no other rule"
            : "with " + String.join(", ", aggregate.sharedWith()));
    print(table);
  }

  private static String memory(AggregateExplanation aggregate) {
    String quiet = "about " + Counts.bytes(aggregate.quietBytes()) + " a group";
    return aggregate.quietBytes() == aggregate.busyBytes()
        ? quiet
        : "%s with one call, %s with %d different values in every pane (a filled window, counted)"
            .formatted(quiet, Counts.bytes(aggregate.busyBytes()), Footprint.VALUES_IN_PANE);
  }

  private static String window(AggregateExplanation aggregate) {
    boolean open =
        aggregate.plan().window() instanceof WindowShape.Sliding s && s.offsetNanos() == 0;
    String longer = open ? ": what shows is up to one pane longer" : "";
    return aggregate
        .pane()
        .map(
            pane ->
                "%s in %s of %s%s"
                    .formatted(
                        aggregate.window(), Counts.of(aggregate.panes(), "pane"), pane, longer))
        .orElseGet(() -> aggregate.window() + zone(aggregate));
  }

  private static String zone(AggregateExplanation aggregate) {
    return aggregate.plan().window() instanceof WindowShape.Calendar calendar
            && calendar.zone().equals(ZoneOffset.UTC)
        ? " (UTC)"
        : "";
  }

  private void section(String title) {
    lines.add(AttributedString.EMPTY);
    paragraph(Palette.text(title, Palette.STRONG));
  }

  private void paragraph(AttributedString text) {
    for (AttributedString line : new Paragraph(width - INDENT, INDENT).add(0, text).lines()) {
      lines.add(AttributedString.join(AttributedString.EMPTY, MARGIN, line));
    }
  }

  private void row(Table table, String label, String text) {
    table.row(List.of(Palette.text(label, Palette.FAINT), Palette.text(text)));
  }

  private void print(Table table) {
    lines.addAll(table.lines(width, DEEPER));
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case COUNT -> "a count";
      case TOKENS -> "tokens";
      case DURATION -> "a duration; a bare number is milliseconds";
      case MONEY -> "US dollars";
      case FRACTION -> "a share between 0 and 1; 5% is 0.05";
      case RATE -> "events a second";
      case NUMBER -> "a plain number";
    };
  }
}
