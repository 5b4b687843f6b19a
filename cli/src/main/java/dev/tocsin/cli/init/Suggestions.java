package dev.tocsin.cli.init;

import dev.tocsin.Rules;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.init.Measure.Side;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Thresholds from the readings of a trace, and the alerts that they would have given in it. */
final class Suggestions {
  private static final double A_QUARTER = 0.25;
  private static final double A_FIFTH = 0.2;
  private static final String GUESSED_ERROR_RATE = "5%";

  /** Shares of the readings that the other thresholds lie beyond. */
  private static final List<Double> OTHERS = List.of(0.99, 0.95);

  private record Draft(
      Measure measure, double worst, String threshold, String how, Set<String> thresholds) {}

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
      draft(measures.get(i), spreads.get(i), span).ifPresent(drafts::add);
    }
    return counted(trace, drafts);
  }

  private static Optional<Draft> draft(Measure measure, Spread spread, Duration span) {
    if (LeftOut.why(measure, spread).isPresent()) {
      return Optional.empty();
    }
    boolean above = measure.bad() == Side.ABOVE;
    double worst = spread.quantile(above ? 1 : 0);
    Unit unit = spread.unit();
    if (worst == 0 && measure.rule().equals(Measure.ERROR_RATE)) {
      String how = "a guess: no call failed";
      return Optional.of(new Draft(measure, worst, GUESSED_ERROR_RATE, how, Set.of()));
    }
    double beyond = beyond(worst, above);
    double reached =
        above
            ? Math.min(beyond, measure.bounds().highestThreshold())
            : Math.max(beyond, measure.bounds().lowestThreshold());
    String threshold =
        Threshold.text(above ? Threshold.up(reached) : Threshold.down(reached), unit);
    String how =
        "%s %s, half of the time %s %s; the rule is %s"
            .formatted(
                above ? "highest" : "lowest",
                text(worst, unit),
                above ? "at most" : "at least",
                text(spread.quantile(0.5), unit),
                reached == beyond ? beyond(above) : atBound(above));
    boolean cut = measure.adds().compareTo(span) > 0;
    String note = cut ? ".\nThe trace is shorter than the time it adds up: expect more" : "";
    return Optional.of(new Draft(measure, worst, threshold, how + note, others(spread, above)));
  }

  private static String text(double reading, Unit unit) {
    return Threshold.text(Threshold.exactly(reading), unit);
  }

  private static double beyond(double worst, boolean above) {
    double share = above ? A_QUARTER : -A_FIFTH;
    return worst * (worst < 0 ? 1 - share : 1 + share);
  }

  private static String beyond(boolean above) {
    return above ? "a quarter above the highest" : "a fifth below the lowest";
  }

  private static String atBound(boolean above) {
    return above ? "just below the highest there can be" : "just above the lowest there can be";
  }

  /** Rounded where some reading is still beyond; without those that no reading is beyond. */
  private static Set<String> others(Spread spread, boolean above) {
    double worst = spread.quantile(above ? 1 : 0);
    Set<String> others = new LinkedHashSet<>();
    for (double share : OTHERS) {
      double quantile = spread.quantile(above ? share : 1 - share);
      BigDecimal rounded = above ? Threshold.up(quantile) : Threshold.down(quantile);
      Stream.of(rounded, Threshold.exactly(quantile))
          .filter(each -> above ? worst > each.doubleValue() : worst < each.doubleValue())
          .findFirst()
          .ifPresent(each -> others.add(Threshold.text(each, spread.unit())));
    }
    return others;
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
              draft.worst(),
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
