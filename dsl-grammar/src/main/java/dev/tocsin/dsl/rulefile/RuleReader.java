package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.syntax.Expr;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one rule. */
final class RuleReader {
  private final NodeReader reader;
  private final DurationReader durations;
  private final ChoiceReader choices;

  RuleReader(NodeReader reader) {
    this.reader = reader;
    this.durations = new DurationReader(reader);
    this.choices = new ChoiceReader(reader);
  }

  /**
   * Reads a rule; nothing without a name or a condition.
   *
   * @param names those of the rules before, to which this one's is added
   */
  Optional<RuleDefinition> read(Node node, Map<String, Located<String>> names) {
    return reader
        .mapping(node, "a rule", "a rule has keys: name, condition, severity and others")
        .flatMap(mapping -> rule(mapping, names));
  }

  private Optional<RuleDefinition> rule(MappingNode node, Map<String, Located<String>> names) {
    Entries entries = Entries.of(node, reader);
    KnownKeys.RULE.check(entries, reader);
    Optional<Located<String>> name =
        required("name", node, entries).flatMap(value -> name(value, names));
    Optional<Expr> condition =
        required("condition", node, entries)
            .flatMap(value -> reader.fragment(value, "a condition such as error_rate > 5%"))
            .flatMap(text -> ConditionParser.condition(text, reader.diagnostics()));
    // all of it is read even when the rule cannot be returned, for its problems
    Optional<Located<RuleType>> type = entries.get("type").flatMap(choices::type);
    Optional<Located<Duration>> window = entries.get("window").flatMap(durations::positive);
    Optional<Located<Duration>> baseline =
        entries.get("baseline_window").flatMap(durations::positive);
    Optional<Located<Duration>> current =
        entries.get("current_window").flatMap(durations::positive);
    Optional<Located<Duration>> holds = entries.get("for").flatMap(durations::zeroOrMore);
    Optional<Located<Duration>> keeps =
        entries.get("keep_firing_for").flatMap(durations::zeroOrMore);
    Optional<Located<Long>> minSamples = entries.get("min_samples").flatMap(choices::count);
    Optional<Located<String>> severity = entries.get("severity").flatMap(choices::severity);
    List<Located<String>> channels = names("channels", "a list of channel names", entries);
    List<Located<String>> actions = names("then", "a list of action names", entries);
    boolean enabled = entries.get("enabled").flatMap(reader::bool).orElse(true);
    Optional<Located<String>> description = text("description", entries);
    Map<String, Located<String>> labels = texts("labels", entries);
    Map<String, Located<String>> annotations = texts("annotations", entries);
    Optional<Located<String>> runbook = text("runbook", entries);
    if (name.isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleDefinition(
            name.get(),
            type,
            condition.get(),
            window,
            baseline,
            current,
            holds,
            keeps,
            minSamples,
            severity,
            channels,
            actions,
            enabled,
            description,
            labels,
            annotations,
            runbook,
            reader.span(node)));
  }

  private Optional<Node> required(String key, MappingNode rule, Entries entries) {
    Optional<Node> value = entries.get(key);
    if (value.isEmpty() && !KnownKeys.RULE.isMisspelt(key, entries)) {
      String example = key.equals("name") ? "error_rate_spike" : "error_rate > 5%";
      reader.error(
          Code.MISSING_KEY,
          reader.span(rule),
          "the rule has no " + key,
          Optional.of("add a line such as '" + key + ": " + example + "'"));
    }
    return value;
  }

  private Optional<Located<String>> name(Node node, Map<String, Located<String>> names) {
    Optional<Located<String>> name = reader.text(node, "the name of the rule");
    if (name.filter(text -> text.value().isBlank()).isPresent()) {
      reader.error(
          Code.BAD_NAME, reader.span(node), "the name of a rule cannot be empty", Optional.empty());
      return Optional.empty();
    }
    name.ifPresent(
        written -> {
          Located<String> first = names.putIfAbsent(written.value(), written);
          if (first != null) {
            int line = first.span().source().line(first.span().start());
            reader.error(
                Code.DUPLICATE_RULE,
                written.span(),
                "duplicate rule '" + written.value() + "', first in line " + line,
                Optional.empty());
          }
        });
    return name;
  }

  private Optional<Located<String>> text(String key, Entries entries) {
    return entries.get(key).flatMap(value -> reader.text(value, "a text"));
  }

  private List<Located<String>> names(String key, String what, Entries entries) {
    return entries.get(key).map(value -> reader.texts(value, what)).orElse(List.of());
  }

  private Map<String, Located<String>> texts(String key, Entries entries) {
    return entries
        .get(key)
        .map(value -> reader.textsByName(value, "a mapping of " + key))
        .orElse(Map.of());
  }
}
