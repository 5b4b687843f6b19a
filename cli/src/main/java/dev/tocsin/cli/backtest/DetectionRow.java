package dev.tocsin.cli.backtest;

import dev.tocsin.testkit.backtest.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of how well old and new rules notice incidents.
 *
 * @param name of the number or of the incident
 * @param before under the old rules
 * @param after under the new rules
 */
record DetectionRow(String name, String before, String after) {

  /** The scores, then when each incident is noticed. */
  static List<DetectionRow> of(DiffReport.Detections both) {
    Detection before = both.before();
    Detection after = both.after();
    List<DetectionRow> rows = new ArrayList<>();
    rows.add(
        new DetectionRow(
            "precision",
            DetectionWords.share(before.precision()),
            DetectionWords.share(after.precision())));
    rows.add(
        new DetectionRow(
            "recall", DetectionWords.share(before.recall()), DetectionWords.share(after.recall())));
    rows.add(
        new DetectionRow(
            "F1", DetectionWords.share(before.f1()), DetectionWords.share(after.f1())));
    rows.add(
        new DetectionRow(
            "median time to notice",
            DetectionWords.after(before.timeToDetect()),
            DetectionWords.after(after.timeToDetect())));
    for (int i = 0; i < before.incidents().size(); i++) {
      rows.add(
          new DetectionRow(
              before.incidents().get(i).incident().name(),
              DetectionWords.noticed(before.incidents().get(i)),
              DetectionWords.noticed(after.incidents().get(i))));
    }
    return rows;
  }
}
