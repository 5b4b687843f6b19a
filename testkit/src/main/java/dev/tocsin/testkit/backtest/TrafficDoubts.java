package dev.tocsin.testkit.backtest;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.DurationText;
import dev.tocsin.api.ValueText;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.run.TraceRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What recorded traffic says against rules: those that never fire on it, nearly all the time, or
 * have no data.
 */
public final class TrafficDoubts {
  /** From this share of the traffic on an alert says nothing new. */
  private static final double NEARLY_ALL = 0.9;

  private static final double PER_CENT = 100;

  private final Replay replay;
  private final Backtest backtest;
  private final Diagnostics diagnostics = new Diagnostics();

  private TrafficDoubts(Replay replay) {
    this.replay = replay;
    this.backtest = Backtest.of(replay);
  }

  /**
   * Warnings in the order of the file.
   *
   * @param file the rules as written
   * @param plan the same rules
   * @param run of these rules on the traffic; has not run yet
   */
  public static List<Diagnostic> of(RuleFile file, Plan plan, TraceRun run) {
    NearestApproach nearest = new NearestApproach(plan);
    Replay replay = nearest.in(run.watches(List.of(nearest)).run());
    TrafficDoubts doubts = new TrafficDoubts(replay);
    Map<String, Located<String>> names = new HashMap<>();
    file.rules().stream().map(RuleDefinition::name).forEach(name -> names.put(name.value(), name));
    for (RuleTally tally : doubts.backtest.rules()) {
      Optional.ofNullable(names.get(tally.rule())).ifPresent(name -> doubts.tell(tally, name));
    }
    return doubts.diagnostics.all();
  }

  private void tell(RuleTally tally, Located<String> name) {
    if (tally.tally().alerts() > 0) {
      busiest(tally.rule())
          .filter(busy -> busy.share() > NEARLY_ALL)
          .ifPresent(busy -> tellBusy(busy, name));
    } else if (!tally.hadData()) {
      diagnostics.warning(
          Code.HAD_NO_DATA,
          name.span(),
          "on this traffic the rule has no data: no event carries what it looks at",
          Optional.of("check the names of fields, scores and values against the events"));
    } else {
      diagnostics.warning(
          Code.NEVER_FIRED,
          name.span(),
          "on this traffic the rule never fires" + waited(tally) + nearest(tally.rule()),
          Optional.of("if it should, tocsin backtest --sweep tries other thresholds"));
    }
  }

  private static String waited(RuleTally tally) {
    long waited = tally.tally().waited();
    return waited == 0
        ? ""
        : "; it waits %s, never long enough".formatted(waited == 1 ? "once" : waited + " times");
  }

  private String nearest(String rule) {
    return NearestApproach.among(replay, rule)
        .map(
            probed ->
                probed.comparisons().stream()
                    .filter(each -> !each.holds())
                    .map(each -> text(each.reading()))
                    .collect(Collectors.joining(" and ", "; nearest: ", "")))
        .orElse("");
  }

  private static String text(ComparedReading reading) {
    double value = Optional.ofNullable(reading.value()).orElse(Double.NaN);
    double threshold = Optional.ofNullable(reading.threshold()).orElse(Double.NaN);
    return "%s at %s, not %s %s"
        .formatted(
            reading.term(),
            ValueText.near(value, threshold, reading.unit()),
            reading.operator(),
            ValueText.exact(threshold, reading.unit()));
  }

  private record Busy(String alert, boolean grouped, double share) {}

  /** The alert of a rule that fires longest, of all those about the same group. */
  private Optional<Busy> busiest(String rule) {
    Duration span = Duration.between(backtest.from(), backtest.until());
    Map<PastAlert.Subject, Duration> firing = new HashMap<>();
    backtest.alerts().stream()
        .filter(alert -> alert.rule().equals(rule))
        .forEach(
            alert -> firing.merge(alert.subject(), alert.firing(backtest.until()), Duration::plus));
    return firing.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            each ->
                new Busy(
                    each.getKey().group().toString(),
                    !each.getKey().group().isEmpty(),
                    (double) each.getValue().toMillis() / Math.max(1, span.toMillis())));
  }

  private void tellBusy(Busy busy, Located<String> name) {
    Duration span = Duration.between(backtest.from(), backtest.until());
    diagnostics.warning(
        Code.ALWAYS_FIRED,
        name.span(),
        "%s fires for %d%% of the %s of this traffic"
            .formatted(
                busy.grouped() ? "its alert of " + busy.alert() : "the rule",
                Math.round(Math.floor(PER_CENT * busy.share())),
                DurationText.of(span)),
        Optional.of("compare with a threshold that says when something is to be done"));
  }
}
