package dev.tocsin.testkit.expect;

import dev.tocsin.api.Unit;
import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.testfile.Expectation.Amount;
import dev.tocsin.dsl.testfile.Expectation.OfTrace;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Totals of the trace. */
final class TraceCheck implements Check {
  private final OfTrace expected;

  TraceCheck(OfTrace expected) {
    this.expected = expected;
  }

  @Override
  public Optional<Miss> in(Replay replay) {
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Amount> total : expected.totals().entrySet()) {
      double value = total(total.getKey(), replay.summary());
      Unit unit = total.getKey().equals("cost") ? Unit.MONEY : Unit.COUNT;
      if (!Amounts.fits(total.getValue(), unit) || !Amounts.matches(total.getValue(), value)) {
        wanted.add(total.getKey() + " " + Amounts.text(total.getValue(), unit));
        found.add(total.getKey() + " " + ValueText.exact(value, unit));
      }
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Misses.of(
                expected.span(),
                "the trace has " + String.join(", ", wanted),
                "it has " + String.join(", ", found),
                Optional.empty(),
                Window.ANY,
                replay));
  }

  private static double total(String name, ReplaySummary summary) {
    return switch (name) {
      case "events" -> summary.events();
      case "calls" -> summary.calls();
      case "cost" -> summary.costUsd().doubleValue();
      case "unpriced" -> summary.unpriced();
      case "skipped" -> summary.skipped();
      case "late" -> summary.late();
      case "duplicates" -> summary.duplicates();
      case "orphan_scores" -> summary.orphanScores();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
