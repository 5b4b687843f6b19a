package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what rules, groups and the defaults may say alike. */
final class RuleKeysReader {
  private final NodeReader reader;
  private final DurationReader durations;
  private final RuleChoices choices;
  private final FlappingReader flapping;
  private final ExpressionReader conditions;
  private final ExpressionReader filters;

  RuleKeysReader(NodeReader reader) {
    this.reader = reader;
    this.conditions =
        new ExpressionReader(
            reader, "a condition such as error_rate > 5%", ConditionParser::condition);
    this.filters =
        new ExpressionReader(
            reader, "a comparison such as model == \"gpt-4o\"", ConditionParser::filter);
    this.durations = new DurationReader(reader);
    this.choices = new RuleChoices(reader);
    this.flapping = new FlappingReader(reader);
  }

  Optional<Expr> condition(Node node) {
    return conditions.read(node);
  }

  RuleKeys read(Entries entries) {
    return new Keys(entries).read();
  }

  /** Those of one mapping. */
  private final class Keys {
    private final Entries entries;
    private final Set<String> unread = new TreeSet<>();

    private Keys(Entries entries) {
      this.entries = entries;
    }

    private RuleKeys read() {
      return new RuleKeys(
          get("type", choices::type),
          get("window", durations::positive),
          get("baseline_window", durations::positive),
          get("current_window", durations::positive),
          get("resolution", durations::resolution),
          get("where", filters::read),
          get("by", RuleKeysReader.this::dimensions),
          get("for", durations::zeroOrMore),
          get("keep_firing_for", durations::zeroOrMore),
          get("resolve_when", conditions::read),
          get("no_data", choices::noData),
          get("min_samples", choices::count),
          get("limit", choices::count),
          get("flapping", flapping::read),
          get("severity", choices::severity),
          get("channels", node -> Optional.of(reader.texts(node, "a list of channel names"))),
          get("then", node -> Optional.of(reader.texts(node, "a list of action names"))),
          get("enabled", reader::bool),
          get("description", reader::template),
          templates("labels"),
          templates("annotations"),
          get("runbook", reader::template),
          entries.keys().collect(Collectors.toUnmodifiableSet()),
          entries.mergedKeys().collect(Collectors.toUnmodifiableSet()),
          Collections.unmodifiableSet(unread));
    }

    private <T> Optional<T> get(String key, Function<Node, Optional<T>> read) {
      Optional<Node> written = entries.get(key);
      Optional<T> value = written.flatMap(read);
      if (written.isPresent() && value.isEmpty()) {
        unread.add(key);
      }
      return value;
    }

    private Map<String, Template> templates(String key) {
      Map<String, Template> templates = new LinkedHashMap<>();
      entries
          .get(key)
          .ifPresent(
              value ->
                  reader.forEachEntry(
                      value,
                      "a mapping of " + key,
                      (name, text) ->
                          reader
                              .template(text)
                              .ifPresent(template -> templates.put(name.value(), template))));
      return Collections.unmodifiableMap(templates);
    }
  }

  /** {@code user}, {@code user, model} or a list. */
  private Optional<List<Located<String>>> dimensions(Node node) {
    if (node instanceof SequenceNode) {
      return Optional.of(reader.texts(node, "a dimension such as user"));
    }
    Optional<List<Located<String>>> names =
        reader.fragment(node, "dimensions such as: user, model").map(RuleKeysReader::split);
    Optional<Located<String>> blank =
        names.stream().flatMap(List::stream).filter(name -> name.value().isEmpty()).findFirst();
    blank.ifPresent(
        name ->
            reader.error(
                Code.WRONG_KIND,
                name.span(),
                "expected a dimension such as user, found nothing",
                Optional.empty()));
    return names.filter(all -> blank.isEmpty());
  }

  private static List<Located<String>> split(Fragment written) {
    List<Located<String>> names = new ArrayList<>();
    int start = 0;
    for (String part : written.text().split(",", -1)) {
      int from = start + part.length() - part.stripLeading().length();
      names.add(new Located<>(part.strip(), written.span(from, from + part.strip().length())));
      start += part.length() + 1;
    }
    return List.copyOf(names);
  }
}
