package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.Detection;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How well incidents were noticed, in words. */
final class DetectionWords {
  private DetectionWords() {}

  /** {@code 3 of 4 incidents noticed, 5 of 12 alerts right}. */
  static String totals(Detection detection) {
    return "%s of %s noticed, %s of %s right%s"
        .formatted(
            Counts.grouped(detection.detected()),
            Counts.of(detection.incidents().size(), "incident"),
            Counts.grouped(detection.right()),
            Counts.of(detection.alerts(), "alert"),
            detection.outside().isEmpty()
                ? ""
                : "; " + Counts.of(detection.outside().size(), "incident") + " outside the trace");
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
