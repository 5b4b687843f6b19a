package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.LabelledIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How well incidents were noticed, in words. */
final class DetectionWords {
  private static final int MOST_NAMES = 20;

  private DetectionWords() {}

  /** {@code 3 of 4 incidents noticed, 5 of 12 alerts right}. */
  static String totals(Detection detection) {
    return "%s of %s noticed, %s of %s right"
        .formatted(
            Counts.grouped(detection.detected()),
            Counts.of(detection.incidents().size(), "incident"),
            Counts.grouped(detection.right()),
            Counts.of(detection.alerts(), "alert"));
  }

  /** {@code 2 incidents outside the trace: the day after, new year}; empty where there is none. */
  static Optional<String> outside(Detection detection) {
    List<LabelledIncident> outside = detection.outside();
    if (outside.isEmpty()) {
      return Optional.empty();
    }
    List<String> names =
        new ArrayList<>(
            outside.stream().limit(MOST_NAMES).map(each -> Printable.of(each.name())).toList());
    if (outside.size() > MOST_NAMES) {
      names.add("and " + Counts.grouped(outside.size() - MOST_NAMES) + " more");
    }
    return Optional.of(
        Counts.of(outside.size(), "incident") + " outside the trace: " + String.join(", ", names));
  }

  /** {@code precision 0.42, recall 0.75, F1 0.54, 3m 10s to notice}. */
  static String scores(Detection detection) {
    return "precision %s, recall %s, F1 %s, median time to notice %s"
        .formatted(
            share(detection.precision()),
            share(detection.recall()),
            share(detection.f1()),
            after(detection.timeToDetect()));
  }

  /** When an incident was noticed, or that it was missed. */
  static String noticed(Detection.Noticed incident) {
    return incident.first().isEmpty() ? "missed" : after(incident.timeToDetect());
  }

  static String share(OptionalDouble share) {
    return share.isEmpty() ? "-" : BacktestWords.share(share.getAsDouble());
  }

  /** {@code 3m 10s}, {@code 2m before}. */
  static String after(Optional<Duration> time) {
    return time.map(
            each ->
                each.isNegative()
                    ? Durations.text(each.negated()) + " before"
                    : Durations.text(each))
        .orElse("-");
  }
}
