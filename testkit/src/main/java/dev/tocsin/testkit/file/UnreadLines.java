package dev.tocsin.testkit.file;

import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.dsl.testfile.TestDefinition;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a trace that no rule saw: a test on the rest may pass for the wrong reason, so it fails
 * unless it says how many there are.
 */
final class UnreadLines {
  private UnreadLines() {}

  static Optional<Miss> miss(TestDefinition test, Replay replay) {
    ReplaySummary summary = replay.summary();
    List<String> found = new ArrayList<>();
    if (summary.skipped() > 0 && !says(test, "skipped")) {
      found.add(summary.skipped() + " could not be read (tocsin replay says why)");
    }
    if (summary.late() > 0 && !says(test, "late")) {
      found.add(summary.late() + " came too late (allowed_lateness)");
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Miss(
                test.name().span(),
                "every line of "
                    + replay.trace()
                    + " is read, or the test says {trace: {skipped: N,"
                    + " late: N}}",
                String.join(", ", found),
                Optional.empty(),
                replay.start(),
                replay.end(),
                true));
  }

  private static boolean says(TestDefinition test, String total) {
    return test.expect().stream()
        .anyMatch(
            each -> each instanceof Expectation.OfTrace trace && trace.totals().containsKey(total));
  }
}
