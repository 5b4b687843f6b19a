package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.parser.ConditionParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the whole of a rule file: {@code rules:} and {@code metrics:}. */
final class TopLevel {
  private static final Pattern METRIC_NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*");
  private static final String RULES_HINT = "begin with 'rules:' and a list of rules";

  private final NodeReader reader;
  private final RuleReader ruleReader;

  TopLevel(NodeReader reader) {
    this.reader = reader;
    this.ruleReader = new RuleReader(reader);
  }

  RuleFile read(Source source, Node root) {
    Optional<Entries> entries =
        reader
            .mapping(root, "a rule file with 'rules:'", RULES_HINT)
            .map(mapping -> Entries.of(mapping, reader));
    if (entries.isEmpty()) {
      return new RuleFile(source, List.of(), List.of());
    }
    KnownKeys.TOP.check(entries.get(), reader);
    Optional<Node> rules = entries.get().get("rules");
    Optional<Node> metrics = entries.get().get("metrics");
    boolean missing = rules.isEmpty() && metrics.isEmpty();
    if (missing && !KnownKeys.TOP.isMisspelt("rules", entries.get())) {
      reader.error(
          Code.MISSING_KEY, reader.span(root), "'rules:' is missing", Optional.of(RULES_HINT));
    }
    return new RuleFile(
        source,
        rules.map(this::rules).orElse(List.of()),
        metrics.map(this::metrics).orElse(List.of()));
  }

  private List<RuleDefinition> rules(Node node) {
    List<RuleDefinition> rules = new ArrayList<>();
    Map<String, Located<String>> names = new HashMap<>();
    // an alias is the same node again; reading it again would only repeat its problems
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    reader
        .list(node, "a list of rules", "begin each rule with '- name: ...'")
        .ifPresent(
            list ->
                list.getValue().stream()
                    .filter(rule -> isNew(rule, seen))
                    .forEach(rule -> ruleReader.read(rule, names).ifPresent(rules::add)));
    return rules;
  }

  private boolean isNew(Node rule, Set<Node> seen) {
    boolean first = seen.add(rule);
    if (!first) {
      reader.error(
          Code.DUPLICATE_RULE,
          reader.span(rule),
          "this rule is in the list twice, through an alias",
          Optional.empty());
    }
    return first;
  }

  private List<MetricDefinition> metrics(Node node) {
    List<MetricDefinition> metrics = new ArrayList<>();
    reader
        .mapping(node, "a mapping of metrics", "as in: error_rate: ratio(status != \"ok\")")
        .map(mapping -> Entries.of(mapping, reader, Code.DUPLICATE_METRIC, "metric"))
        .ifPresent(
            entries ->
                entries.forEach((name, value) -> metric(name, value).ifPresent(metrics::add)));
    return metrics;
  }

  private Optional<MetricDefinition> metric(Located<String> name, Node value) {
    if (!METRIC_NAME.matcher(name.value()).matches() || ConditionParser.isKeyword(name.value())) {
      reader.error(
          Code.BAD_NAME,
          name.span(),
          "'" + name.value() + "' cannot name a metric",
          Optional.of("a name has letters, digits and _, and is not a word of the language"));
    }
    return reader
        .fragment(value, "an aggregate such as sum(cost) per day")
        .flatMap(text -> ConditionParser.metric(text, reader.diagnostics()))
        .map(expression -> new MetricDefinition(name, expression));
  }
}
