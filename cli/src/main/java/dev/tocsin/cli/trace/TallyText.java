package dev.tocsin.cli.trace;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.trace.TraceTally;
import dev.tocsin.trace.TraceTally.Skipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was read of a trace, what of it was passed over or skipped, and what it leaves unknown. */
record TallyText(
    Path trace, String format, TraceTally tally, Map<String, Long> passedOver, boolean sorted) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String events =
        tally.events().entrySet().stream()
            .map(type -> Counts.of(type.getValue(), type.getKey()))
            .collect(Collectors.joining(", "));
    lines.add(trace + ": " + format + ", " + (events.isEmpty() ? "no event" : events));
    if (!passedOver.isEmpty()) {
      lines.add(
          "passed over: "
              + new TreeMap<>(passedOver)
                  .entrySet().stream()
                      .map(kind -> Counts.grouped(kind.getValue()) + " " + kind.getKey())
                      .collect(Collectors.joining("; ")));
    }
    for (Skipped skipped : tally.skipped()) {
      String more =
          skipped.count() == 1 ? "" : " (and " + Counts.grouped(skipped.count() - 1) + " alike)";
      lines.add("skipped: " + trace + ":" + skipped.line() + ": " + skipped.reason() + more);
    }
    if (tally.withoutCost() > 0) {
      String of = tally.withoutTokens() == 0 ? "" : of(tally.withoutTokens()) + " without tokens";
      lines.add(
          "unknown: "
              + of(tally.withoutCost())
              + " without a cost"
              + (of.isEmpty() ? "" : ", " + of));
    } else if (tally.withoutTokens() > 0) {
      lines.add("unknown: " + of(tally.withoutTokens()) + " without tokens");
    }
    if (tally.behind() > 0 && !sorted) {
      lines.add(
          Counts.of(tally.behind(), "event")
              + " more than 30 s behind one before; --sort puts them in order");
    }
    return lines;
  }

  private static String of(long calls) {
    return Counts.of(calls, "call");
  }
}
