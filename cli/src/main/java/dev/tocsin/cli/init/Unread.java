package dev.tocsin.cli.init;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.replay.ReplaySummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a trace no rule saw; tests on it fail unless they say so.
 *
 * @param skipped lines that could not be read
 * @param late events that came too late
 */
record Unread(long skipped, long late) {

  static Unread of(ReplaySummary summary) {
    return new Unread(summary.skipped(), summary.late());
  }

  boolean isNothing() {
    return skipped == 0 && late == 0;
  }

  /** {@code 3 lines could not be read, 36 events came too late}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (skipped > 0) {
      words.add(Counts.of(skipped, "line") + " could not be read");
    }
    if (late > 0) {
      words.add(Counts.of(late, "event") + " came too late");
    }
    return String.join(", ", words);
  }

  /** What a test says of the totals of its trace. */
  List<String> totals() {
    List<String> totals = new ArrayList<>();
    if (skipped > 0) {
      totals.add("skipped: " + skipped);
    }
    if (late > 0) {
      totals.add("late: " + late);
    }
    return totals;
  }
}
