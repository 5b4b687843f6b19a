package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code metrics:}, each an expression or a mapping that holds one. */
final class MetricReader {
  private static final int MOST = 10_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*");

  private final NodeReader reader;
  private final RuleChoices choices;
  private final ExpressionReader expressions;
  private final UniqueNames names;

  MetricReader(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.choices = new RuleChoices(reader);
    this.expressions =
        new ExpressionReader(
            reader, "an aggregate such as sum(cost) per day", ConditionParser::metric);
    this.names = names;
  }

  List<MetricDefinition> read(Node node) {
    List<MetricDefinition> metrics = new ArrayList<>();
    reader
        .mapping(node, "a mapping of metrics", "as in: error_rate: ratio(status != \"ok\")")
        .map(mapping -> Entries.of(mapping, reader, MOST, Code.DUPLICATE_METRIC, "metric"))
        .ifPresent(
            entries ->
                entries.forEach((name, value) -> metric(name, value).ifPresent(metrics::add)));
    return metrics;
  }

  private Optional<MetricDefinition> metric(Located<String> name, Node value) {
    if (!NAME.matcher(name.value()).matches() || ConditionParser.isKeyword(name.value())) {
      reader.error(
          Code.BAD_NAME,
          name.span(),
          "'" + name.value() + "' cannot name a metric",
          Optional.of("a name has letters, digits and _, and is not a word of the language"));
    }
    names.metric(name);
    return value instanceof MappingNode mapping
        ? described(name, mapping)
        : expressions
            .read(value)
            .map(
                expression ->
                    new MetricDefinition(name, expression, Optional.empty(), Optional.empty()));
  }

  private Optional<MetricDefinition> described(Located<String> name, MappingNode node) {
    Entries entries = Entries.of(node, reader);
    RuleFilePlace.METRIC.keys().check(entries, reader);
    Optional<Node> written = entries.get("expression");
    if (written.isEmpty() && !RuleFilePlace.METRIC.keys().isMisspelt("expression", entries)) {
      reader.error(
          Code.MISSING_KEY,
          name.span(),
          "the metric has no expression",
          Optional.of("add a line such as 'expression: sum(cost) per day'"));
    }
    Optional<Expr> expression = written.flatMap(expressions::read);
    Optional<Located<Tier>> tier = entries.get("tier").flatMap(choices::tier);
    Optional<Located<String>> description =
        entries.get("description").flatMap(value -> reader.text(value, "a text"));
    return expression.map(found -> new MetricDefinition(name, found, tier, description));
  }
}
