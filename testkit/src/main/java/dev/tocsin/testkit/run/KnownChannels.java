package dev.tocsin.testkit.run;

import dev.tocsin.api.Severity;
import dev.tocsin.plan.OverflowAlert;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.SeverityChannels;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The channels to which something may be sent. */
public final class KnownChannels {
  private KnownChannels() {}

  /** Those of rules, of receivers, and of severities where neither names any. */
  public static NavigableSet<String> of(Plan plan) {
    NavigableSet<String> known = new TreeSet<>();
    Stream<List<String>> named =
        Stream.of(
                plan.rules().stream().map(RulePlan::channels),
                plan.routing().receivers().values().stream().map(ReceiverPlan::channels),
                plan.overflow().stream().map(OverflowAlert::channels),
                Stream.of(Severity.values()).map(SeverityChannels::of))
            .flatMap(lists -> lists);
    named.forEach(known::addAll);
    return known;
  }
}
