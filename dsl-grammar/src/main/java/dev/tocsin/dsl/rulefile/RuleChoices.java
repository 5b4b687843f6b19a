package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the values of rules that come from closed lists. */
final class RuleChoices {
  private static final List<String> SEVERITIES = List.of("info", "warning", "critical");

  private final ChoiceReader choices;

  RuleChoices(NodeReader reader) {
    this.choices = new ChoiceReader(reader);
  }

  Optional<Located<RuleType>> type(Node node) {
    return choices.constant(node, "type", RuleType.class, Code.UNKNOWN_TYPE);
  }

  Optional<Located<NoData>> noData(Node node) {
    return choices.constant(node, "no_data", NoData.class, Code.UNKNOWN_CHOICE);
  }

  Optional<Located<Tier>> tier(Node node) {
    return choices.constant(node, "tier", Tier.class, Code.UNKNOWN_CHOICE);
  }

  Optional<Located<String>> severity(Node node) {
    return choices.choice(node, "severity", SEVERITIES, Code.UNKNOWN_SEVERITY);
  }

  Optional<Located<Long>> count(Node node) {
    return choices.count(node);
  }
}
