package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what stands at the top of one rule file, without what it includes. */
final class TopLevel {
  /** Keys of which one at least makes a file a rule file. */
  private static final List<String> CONTENT =
      Stream.concat(Stream.of("rules", "metrics", "groups", "include"), RoutingReader.KEYS.stream())
          .toList();

  static final String RULES_HINT = "begin with 'rules:' and a list of rules";

  private final NodeReader reader;
  private final UniqueNames names;

  TopLevel(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.names = names;
  }

  /** What one file says itself. */
  record Content(
      List<Include> include,
      Optional<Located<Duration>> evaluateEvery,
      List<Located<String>> channels,
      Map<String, Located<String>> externalLabels,
      List<RuleDefinition> rules,
      List<MetricDefinition> metrics,
      RoutingDefinition routing) {
    static final Content NONE =
        new Content(
            List.of(),
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            RoutingDefinition.NONE);
  }

  Content read(Node root) {
    return reader
        .mapping(root, "a rule file with 'rules:'", RULES_HINT)
        .map(mapping -> content(root, Entries.of(mapping, reader)))
        .orElse(Content.NONE);
  }

  private Content content(Node root, Entries entries) {
    RuleFilePlace.TOP.keys().check(entries, reader);
    boolean missing = CONTENT.stream().allMatch(key -> entries.get(key).isEmpty());
    if (missing && !RuleFilePlace.TOP.keys().isMisspelt("rules", entries)) {
      reader.error(
          Code.MISSING_KEY, reader.span(root), "'rules:' is missing", Optional.of(RULES_HINT));
    }
    Optional<Located<Duration>> evaluateEvery =
        entries.get("evaluate_every").flatMap(new DurationReader(reader)::tick);
    RuleKeysReader keys = new RuleKeysReader(reader);
    RuleKeys defaults = defaults(keys, entries);
    return new Content(
        entries.get("include").map(new IncludeReader(reader)::read).orElse(List.of()),
        evaluateEvery,
        defaults.channels().orElse(List.of()),
        entries.get("external_labels").map(this::labels).orElse(Map.of()),
        rules(
            entries, new RuleReader.Surroundings(defaults, Optional.empty(), evaluateEvery), keys),
        entries.get("metrics").map(new MetricReader(reader, names)::read).orElse(List.of()),
        new RoutingReader(reader, names).read(entries));
  }

  private Map<String, Located<String>> labels(Node node) {
    Map<String, Located<String>> labels = new LinkedHashMap<>();
    reader.forEachEntry(
        node,
        "a mapping of external_labels",
        (name, value) ->
            reader.text(value, "a text").ifPresent(text -> labels.put(name.value(), text)));
    return labels;
  }

  private RuleKeys defaults(RuleKeysReader keys, Entries entries) {
    RuleKeys none = keys.read(Entries.NONE);
    return entries
        .get("defaults")
        .flatMap(
            node ->
                reader.mapping(
                    node, "a mapping of defaults", "as in: {severity: warning, channels: [slack]}"))
        .map(mapping -> Entries.of(mapping, reader))
        .map(
            written -> {
              RuleFilePlace.DEFAULTS.keys().check(written, reader);
              return keys.read(written);
            })
        .orElse(none);
  }

  /** Those of {@code rules:} and {@code groups:}, in the order of the file. */
  private List<RuleDefinition> rules(
      Entries entries, RuleReader.Surroundings file, RuleKeysReader keys) {
    RuleReader ruleReader = new RuleReader(reader, keys, names);
    GroupReader groupReader = new GroupReader(reader, ruleReader, keys, names);
    List<RuleDefinition> rules = new ArrayList<>();
    entries.get("rules").ifPresent(node -> rules.addAll(ruleReader.read(node, file)));
    entries.get("groups").ifPresent(node -> rules.addAll(groupReader.read(node, file)));
    rules.sort(Comparator.comparing(rule -> rule.span().start()));
    return rules;
  }
}
