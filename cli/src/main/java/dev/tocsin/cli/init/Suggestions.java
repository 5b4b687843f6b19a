package dev.tocsin.cli.init;

import dev.tocsin.Rules;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.init.Measure.Side;
import dev.tocsin.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Thresholds from the readings of a trace, and the alerts that they would have given in it. */
final class Suggestions {
  private static final double ABOVE = 1.25;
  private static final double BELOW = 0.8;
  private static final double MOST_SHARE = 0.99;
  private static final String GUESSED_ERROR_RATE = "5%";

  /** Shares of the readings that the other thresholds lie beyond. */
  private static final List<Double> OTHERS = List.of(0.99, 0.95);

  private record Draft(Measure measure, String threshold, String how, Set<String> thresholds) {}

  private Suggestions() {}

  /**
   * Suggests a rule for each measure that has data.
   *
   * @param spreads of the measures, in their order
   * @param span how long the trace is
   */
  static List<Suggestion> of(
      Recording trace, List<Measure> measures, List<Spread> spreads, Duration span) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      if (!spreads.get(i).isEmpty()) {
        draft(measures.get(i), spreads.get(i), span).ifPresent(drafts::add);
      }
    }
    return counted(trace, drafts);
  }

  private static Optional<Draft> draft(Measure measure, Spread spread, Duration span) {
    boolean above = measure.bad() == Side.ABOVE;
    double worst = spread.quantile(above ? 1 : 0);
    Unit unit = spread.unit();
    if (worst <= 0) {
      return measure.rule().equals("error_rate")
          ? Optional.of(new Draft(measure, GUESSED_ERROR_RATE, "a guess: no call failed", Set.of()))
          : Optional.empty();
    }
    String threshold =
        above ? Threshold.above(beyond(worst, unit), unit) : Threshold.below(worst * BELOW, unit);
    Set<String> thresholds = new LinkedHashSet<>();
    for (double share : OTHERS) {
      thresholds.add(
          above
              ? Threshold.above(spread.quantile(share), unit)
              : Threshold.below(spread.quantile(1 - share), unit));
    }
    String how =
        "%s %s, half of the time %s %s; the rule is %s"
            .formatted(
                above ? "highest" : "lowest",
                Threshold.exactly(worst, unit),
                above ? "at most" : "at least",
                Threshold.exactly(spread.quantile(0.5), unit),
                above ? "a quarter above the highest" : "a fifth below the lowest");
    boolean cut = measure.adds().compareTo(span) > 0;
    String note = cut ? ".\nThe trace is shorter than the time it adds up: expect more" : "";
    return Optional.of(new Draft(measure, threshold, how + note, thresholds));
  }

  /** A share above all would never fire. */
  private static double beyond(double worst, Unit unit) {
    return unit == Unit.FRACTION ? Math.min(worst * ABOVE, MOST_SHARE) : worst * ABOVE;
  }

  private static List<Suggestion> counted(Recording trace, List<Draft> drafts) {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (Draft draft : drafts) {
      for (String threshold : all(draft)) {
        rules.append("  - name: ").append(name(draft, threshold)).append('\n');
        rules.append("    min_samples: ").append(draft.measure().minSamples()).append('\n');
        rules.append("    condition: '").append(draft.measure().condition(threshold)).append("'\n");
      }
    }
    if (drafts.isEmpty()) {
      return List.of();
    }
    Plan plan = Rules.check("<init>", rules.toString()).orThrow();
    Map<String, Long> firings = trace.replay(plan).run().firings();
    List<Suggestion> suggestions = new ArrayList<>();
    for (Draft draft : drafts) {
      Map<String, Long> alarms = new LinkedHashMap<>();
      all(draft).forEach(each -> alarms.put(each, firings.getOrDefault(name(draft, each), 0L)));
      suggestions.add(
          new Suggestion(
              draft.measure(),
              draft.threshold(),
              draft.how(),
              Collections.unmodifiableMap(alarms)));
    }
    return suggestions;
  }

  private static Set<String> all(Draft draft) {
    Set<String> all = new LinkedHashSet<>(List.of(draft.threshold()));
    all.addAll(draft.thresholds());
    return all;
  }

  private static String name(Draft draft, String threshold) {
    return draft.measure().rule() + "_" + threshold.replaceAll("[^0-9A-Za-z]", "_");
  }
}
