package dev.tocsin.cli.init;

import dev.tocsin.cli.init.Measure.Side;
import dev.tocsin.cli.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures that get no rule, and why. */
final class LeftOut {
  private static final String CANNOT_BE_NAMED = "conditions cannot name it";

  private LeftOut() {}

  /** Why there is no rule for a measure; empty where there is one. */
  static Optional<String> why(Measure measure, Spread spread) {
    if (spread.isEmpty()) {
      return Optional.of("too little data");
    }
    boolean above = measure.bad() == Side.ABOVE;
    double worst = spread.quantile(above ? 1 : 0);
    if (worst != 0 || measure.rule().equals(Measure.ERROR_RATE)) {
      return Optional.empty();
    }
    if (above) {
      return Optional.of("never above 0");
    }
    return measure.bounds().least() == 0
        ? Optional.of("down to 0, and nothing is below")
        : Optional.empty();
  }

  /** A line for each reason, without its end. */
  static List<String> lines(TraceContents contents, List<Measure> measures, List<Spread> spreads) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (int i = 0; i < measures.size(); i++) {
      String rule = measures.get(i).rule();
      why(measures.get(i), spreads.get(i)).ifPresent(why -> add(byReason, why, rule));
    }
    contents.scores().keySet().stream()
        .filter(score -> !Measures.canBeNamed(score))
        .forEach(score -> add(byReason, CANNOT_BE_NAMED, "score '" + Printable.of(score) + "'"));
    return byReason.entrySet().stream()
        .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
        .toList();
  }

  private static void add(Map<String, List<String>> byReason, String why, String what) {
    byReason.computeIfAbsent(why, key -> new ArrayList<>()).add(what);
  }
}
