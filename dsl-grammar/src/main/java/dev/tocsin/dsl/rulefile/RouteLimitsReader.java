package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.RouteDefinition.Budget;
import dev.tocsin.dsl.routing.RouteDefinition.Escalation;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads {@code escalate:} and {@code budget:} of a route. */
final class RouteLimitsReader {
  private static final String ESCALATION = "as in: {after: 15m, to: managers}";
  private static final String BUDGET = "as in: budget: {alerts: 20, per: 1h}";
  private static final long MOST_ALERTS = 1_000_000;

  private final NodeReader reader;
  private final DurationReader durations;

  RouteLimitsReader(NodeReader reader) {
    this.reader = reader;
    this.durations = new DurationReader(reader);
  }

  /** A list, or one alone. */
  List<Escalation> escalations(Node node) {
    return node instanceof MappingNode
        ? KeyedMapping.read(node, RuleFilePlace.ESCALATION.keys(), ESCALATION, reader)
            .flatMap(this::escalation)
            .stream()
            .toList()
        : KeyedMapping.list(
            node,
            RuleFilePlace.ESCALATION.keys(),
            "escalations",
            ESCALATION,
            reader,
            this::escalation);
  }

  private Optional<Escalation> escalation(KeyedMapping written) {
    Optional<Located<Duration>> after =
        written.required("after").flatMap(node -> durations.positive(node, "this time"));
    Optional<Located<String>> to =
        written.required("to").flatMap(node -> reader.text(node, "the name of a receiver"));
    return after.flatMap(time -> to.map(receiver -> new Escalation(time, receiver)));
  }

  /** A mapping, or off. */
  Optional<Budget> budget(Node node) {
    if (node.getTag().equals(Tag.BOOL) && reader.bool(node).filter(on -> !on).isPresent()) {
      return Optional.of(Budget.OFF);
    }
    return KeyedMapping.read(node, RuleFilePlace.BUDGET.keys(), BUDGET, reader)
        .flatMap(this::budget);
  }

  private Optional<Budget> budget(KeyedMapping written) {
    Optional<Integer> alerts = written.required("alerts").flatMap(this::alerts);
    Optional<Located<Duration>> per =
        written.required("per").flatMap(node -> durations.positive(node, "a period"));
    return alerts.flatMap(most -> per.map(length -> new Budget(most, length.value())));
  }

  private Optional<Integer> alerts(Node node) {
    Optional<Located<Long>> count = new ChoiceReader(reader).count(node);
    if (count.filter(most -> most.value() < 1 || most.value() > MOST_ALERTS).isPresent()) {
      reader.error(
          Code.BAD_COUNT,
          reader.span(node),
          "a budget is from 1 to " + MOST_ALERTS + " alerts",
          Optional.of("for no limit at all write budget: off"));
      return Optional.empty();
    }
    return count.map(most -> most.value().intValue());
  }
}
