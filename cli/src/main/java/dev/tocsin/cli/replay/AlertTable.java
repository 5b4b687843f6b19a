package dev.tocsin.cli.replay;

import dev.tocsin.api.Transition;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.replay.ReplaySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Every rule with what it came to, silent ones too. */
final class AlertTable {
  private final List<RuleLine> rules;
  private final ReplaySummary summary;
  private final AlertHistory history;

  AlertTable(List<RuleLine> rules, ReplaySummary summary, AlertHistory history) {
    this.rules = rules;
    this.summary = summary;
    this.history = history;
  }

  List<AttributedString> lines(int width) {
    Set<String> stillFiring =
        summary.stillFiring().stream().map(Transition::rule).collect(Collectors.toSet());
    Table table =
        new Table(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT);
    String now = stillFiring.isEmpty() ? "" : "at end";
    table.row(Palette.STRONG, "Alerts by rule", "severity", "fired", "firing for", now, "channels");
    rules.forEach(rule -> row(table, rule, stillFiring.contains(rule.name())));
    return table.lines(width, 0);
  }

  /** A rule that saw no data is silent for another reason than one that stayed below. */
  private String fired(RuleLine rule, long fired) {
    if (fired > 0) {
      return Counts.grouped(fired);
    }
    return summary.withoutData().contains(rule.name()) ? "no data" : "-";
  }

  private void row(Table table, RuleLine rule, boolean stillFiring) {
    long fired = summary.firings().getOrDefault(rule.name(), 0L);
    AttributedStyle style = fired == 0 ? Palette.FAINT : Palette.PLAIN;
    Duration firing =
        history.firing(rule.name(), Objects.requireNonNullElse(summary.until(), Instant.EPOCH));
    table.row(
        List.of(
            Palette.text(rule.name(), style),
            Palette.text(rule.severity().label(), fired == 0 ? style : Palette.of(rule.severity())),
            Palette.text(fired(rule, fired), style),
            Palette.text(fired == 0 ? "-" : Durations.text(firing), style),
            Palette.text(stillFiring ? "firing" : "", Palette.RED.bold()),
            Palette.text(String.join(", ", rule.channels()), style)));
  }
}
