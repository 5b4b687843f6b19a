package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.journal.Input;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.price.PriceList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A rule whose texts cannot be told fires all the same, and keeps nothing of others back. */
class RuleInErrorTest {
  private static final long SECOND = 1_000_000_000L;

  /** Texts that nobody can read. */
  private static final class Broken extends LinkedHashMap<String, Template> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Template> action) {
      throw new IllegalStateException("unreadable");
    }
  }

  @Test
  void keepsItsAlertAndSaysSo() {
    List<Transition> seen = new ArrayList<>();
    try (Engine engine =
        new Engine(
            plan(),
            DroolsMatcher::new,
            new PriceList(Map.of()),
            EngineLimits.DEFAULT,
            input -> {},
            seen::add)) {
      engine.arrive(Call.atNanos(0).build());
      engine.apply(new Input.Tick(SECOND));

      assertThat(seen)
          .extracting(Transition::rule, Transition::to)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("broken", AlertState.FIRING),
              org.assertj.core.groups.Tuple.tuple("whole", AlertState.FIRING));
      assertThat(seen.get(0).annotations().get("error")).contains("unreadable");
      assertThat(engine.rulesInError()).containsExactly("broken");
      assertThat(engine.counters().ruleErrors()).isEqualTo(1);
      assertThat(engine.alerts()).extracting(Alert::rule).containsExactly("broken", "whole");
    }
  }

  private static Plan plan() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - {name: broken, condition: count() over 1m >= 1}
              - {name: whole, condition: count() over 1m >= 1}
            """);
    RulePlan rule = plan.rules().get(0);
    RulePlan broken =
        new RulePlan(
            rule.index(),
            rule.name(),
            rule.condition(),
            rule.formula(),
            rule.comparisons(),
            rule.dimensions(),
            rule.tickNanos(),
            rule.forNanos(),
            rule.keepFiringForNanos(),
            rule.life(),
            rule.type(),
            rule.severity(),
            rule.channels(),
            rule.actions(),
            rule.labels(),
            new Broken());
    return new Plan(
        plan.tickNanos(),
        List.of(broken, plan.rules().get(1)),
        plan.aggregates(),
        plan.readings(),
        plan.derived(),
        plan.crossings(),
        plan.overflow(),
        plan.routing());
  }
}
