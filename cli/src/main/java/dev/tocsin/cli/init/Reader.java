package dev.tocsin.cli.init;

import dev.tocsin.Rules;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.replay.ReplaySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads measures after each tick of a replay, by rules that never fire. */
final class Reader implements EngineWatch {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final List<Measure> measures;
  private final List<RulePlan> rules;
  private final List<Spread> spreads = new ArrayList<>();
  private long hour = Long.MIN_VALUE;

  private Reader(List<Measure> measures, Plan plan) {
    this.measures = measures;
    Map<String, RulePlan> byName = new TreeMap<>();
    plan.rules().forEach(rule -> byName.put(rule.name(), rule));
    this.rules = measures.stream().map(measure -> byName.get(measure.rule())).toList();
    measures.forEach(measure -> spreads.add(new Spread()));
  }

  /**
   * What a trace shows.
   *
   * @param spreads of each measure, in their order; without data empty
   */
  record Readings(List<Spread> spreads, ReplaySummary summary) {}

  static Readings read(Recording trace, List<Measure> measures) {
    Plan plan = Rules.check("<init>", rules(measures)).orThrow();
    Reader reader = new Reader(measures, plan);
    ReplaySummary summary = trace.replay(plan).watch(reader).run();
    return new Readings(List.copyOf(reader.spreads), summary);
  }

  private static String rules(List<Measure> measures) {
    StringBuilder text = new StringBuilder("rules:\n");
    for (Measure measure : measures) {
      text.append("  - name: ").append(measure.rule()).append('\n');
      text.append("    for: 3650d\n    min_samples: ").append(measure.minSamples()).append('\n');
      text.append("    condition: '(").append(measure.expression()).append(") >= 0'\n");
    }
    return text.toString();
  }

  @Override
  public void ticked(Engine engine) {
    long now = Math.floorDiv(engine.lastTick(), HOUR);
    boolean newHour = now != hour || engine.lastTick() % HOUR == 0;
    hour = now;
    read(engine, newHour);
  }

  @Override
  public void ended(Engine engine) {
    read(engine, true);
  }

  private void read(Engine engine, boolean newHour) {
    for (int i = 0; i < measures.size(); i++) {
      if (!measures.get(i).hourly() || newHour) {
        for (Group group : measures.get(i).groups()) {
          add(engine.comparisons(rules.get(i), group), spreads.get(i));
        }
      }
    }
  }

  private static void add(List<ComparisonStanding> comparisons, Spread spread) {
    ComparisonStanding only = comparisons.get(0);
    if (only.isKnown()) {
      spread.add(only.reading());
    }
  }
}
