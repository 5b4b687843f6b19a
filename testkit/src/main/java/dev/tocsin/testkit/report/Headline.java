package dev.tocsin.testkit.report;

import dev.tocsin.api.DurationText;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.backtest.Backtest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures at the top of a report, and what is to be said of the trace. */
final class Headline {
  private static final double HUNDRED = 100;
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final Replay replay;
  private final Backtest backtest;

  Headline(Replay replay, Backtest backtest) {
    this.replay = replay;
    this.backtest = backtest;
  }

  List<Map<String, String>> figures() {
    ReplaySummary summary = replay.summary();
    List<Map<String, String>> all = new ArrayList<>();
    all.add(figure("Calls", number(summary.calls())));
    all.add(figure("Span", DurationText.of(Duration.between(replay.start(), replay.end()))));
    all.add(figure("Cost", dollars(summary.costUsd())));
    all.add(figure("Alerts fired", number(backtest.all().alerts())));
    all.add(figure("Still firing", number(backtest.all().stillFiring())));
    all.add(figure("Messages", number(replay.messages().size())));
    long pages = backtest.receivers().stream().mapToLong(each -> each.pages()).sum();
    all.add(figure("Pages", number(pages)));
    backtest
        .noise()
        .score()
        .ifPresent(score -> all.add(figure("Noise", "%.0f%%".formatted(score * HUNDRED))));
    return all;
  }

  List<String> notes() {
    ReplaySummary summary = replay.summary();
    List<String> notes = new ArrayList<>();
    if (!summary.withoutData().isEmpty()) {
      notes.add("Rules that had no data: " + String.join(", ", summary.withoutData()));
    }
    count(notes, summary.unpriced(), "calls have no known price and are not in the cost");
    count(notes, summary.skipped(), "lines of the trace are broken and were skipped");
    count(notes, summary.late(), "events came too late and were left out");
    count(notes, summary.duplicates(), "calls and scores are repeats and count once");
    count(notes, summary.orphanScores(), "scores belong to no call of the trace");
    count(notes, summary.evaluatorFailures(), "evaluations failed");
    new TreeMap<>(summary.passedOver())
        .forEach((what, number) -> count(notes, number, what + " were passed over"));
    return notes;
  }

  private static void count(List<String> notes, long number, String what) {
    if (number > 0) {
      notes.add(number(number) + " " + what);
    }
  }

  private static Map<String, String> figure(String label, String value) {
    Map<String, String> figure = new LinkedHashMap<>();
    figure.put("label", label);
    figure.put("value", value);
    return figure;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** To the cent where there are dollars, else in three digits. */
  private static String dollars(BigDecimal cost) {
    return cost.compareTo(BigDecimal.ONE) < 0
        ? "$" + cost.round(THREE_DIGITS).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "$%,.2f", cost.setScale(2, RoundingMode.HALF_EVEN));
  }
}
