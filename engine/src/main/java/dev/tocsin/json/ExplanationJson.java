package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.explain.AggregateExplanation;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.explain.TermExplanation;
import dev.tocsin.plan.LifePlan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RulePlan;
import java.util.List;
import java.util.Locale;

/** Explanations as JSON: one object a line, without the line end. */
public final class ExplanationJson {
  private static final double NANOS = 1e9;

  private ExplanationJson() {}

  /** A rule. Numbers are in the units as shown, durations in seconds, memory in bytes. */
  public static String rule(RuleExplanation explanation) {
    RulePlan rule = explanation.rule();
    ObjectNode json = Json.object();
    json.put("type", "rule");
    json.put("rule", rule.name());
    json.put("condition", explanation.condition());
    json.put("severity", rule.severity().label());
    texts(json, "channels", rule.channels());
    texts(json, "then", rule.actions());
    texts(json, "by", rule.dimensions());
    Json.number(json, "for_seconds", rule.forNanos() / NANOS);
    Json.number(json, "keep_firing_for_seconds", rule.keepFiringForNanos() / NANOS);
    life(json, explanation);
    ArrayNode terms = json.putArray("terms");
    explanation.terms().forEach(term -> term(terms.addObject(), term));
    ArrayNode aggregates = json.putArray("aggregates");
    explanation.aggregates().forEach(aggregate -> aggregate(aggregates.addObject(), aggregate));
    ArrayNode routes = json.putArray("routes");
    explanation.routes().forEach(route -> RouteJson.way(routes.addObject(), route));
    json.put("drl", explanation.drl());
    return Json.write(json);
  }

  /** Only what the rule says: rules without have the lines they always had. */
  private static void life(ObjectNode json, RuleExplanation explanation) {
    LifePlan life = explanation.rule().life();
    explanation.resolveWhen().ifPresent(text -> json.put("resolve_when", text));
    if (life.noData() != NoData.RESOLVE) {
      json.put("no_data", life.noData().name().toLowerCase(Locale.ROOT));
    }
    if (life.limit() != LifePlan.NO_LIMIT) {
      json.put("limit", life.limit());
    }
    if (!life.worse().isEmpty()) {
      ArrayNode severities = json.putArray("severities").add(explanation.rule().severity().label());
      life.worse().forEach(worse -> severities.add(worse.severity().label()));
    }
    life.flapping()
        .ifPresent(
            flapping -> {
              ObjectNode node = json.putObject("flapping").put("changes", flapping.changes());
              Json.number(node, "within_seconds", flapping.withinNanos() / NANOS);
            });
    if (!explanation.resolveTerms().isEmpty()) {
      ArrayNode terms = json.putArray("resolve_terms");
      explanation.resolveTerms().forEach(term -> term(terms.addObject(), term));
    }
  }

  private static void term(ObjectNode json, TermExplanation term) {
    Quantity quantity = term.comparison().reading();
    json.put("term", term.term());
    json.put("right", term.right().orElse(null));
    json.put("reading", term.label());
    ArrayNode definitions = json.putArray("definitions");
    term.definitions()
        .forEach(
            definition ->
                definitions
                    .addObject()
                    .put("metric", definition.metric())
                    .put("expression", definition.expression()));
    json.put("unit", quantity.unit().name().toLowerCase(Locale.ROOT));
    json.put("operator", term.comparison().operator().symbol());
    Json.number(json, "threshold", term.threshold());
    ArrayNode readings = json.putArray("rests_on");
    for (ReadingPlan reading : term.readings()) {
      ObjectNode node = readings.addObject();
      node.put("function", reading.statistic().function().label());
      node.put("without_data", reading.zeroWhenEmpty() ? "zero" : "no_data");
      node.put("min_samples", term.minSamples(reading));
      node.put("default_min_samples", reading.statistic().defaultMinSamples());
    }
    ArrayNode limits = json.putArray("bands");
    term.limits()
        .forEach(
            limit -> {
              ObjectNode node = limits.addObject();
              Json.number(node, "constant", limit.value());
              texts(node, "rules", limit.rules());
            });
  }

  private static void aggregate(ObjectNode json, AggregateExplanation aggregate) {
    texts(json, "readings", aggregate.readings());
    json.put("window", aggregate.window());
    json.put("pane", aggregate.pane().orElse(null));
    json.put("panes", aggregate.panes());
    texts(json, "by", aggregate.dimensions());
    json.put("quiet_group_bytes", aggregate.quietBytes());
    json.put("busy_group_bytes", aggregate.busyBytes());
    texts(json, "shared_with", aggregate.sharedWith());
  }

  private static void texts(ObjectNode json, String name, List<String> values) {
    values.forEach(json.putArray(name)::add);
  }
}
