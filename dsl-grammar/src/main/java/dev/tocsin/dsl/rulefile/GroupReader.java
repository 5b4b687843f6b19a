package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code groups:}: rules that share keys and a tick. */
final class GroupReader {
  private static final String HINT =
      "a group has keys: name, rules, evaluate_every and those of a rule";

  private final NodeReader reader;
  private final RuleReader rules;
  private final RuleKeysReader keys;
  private final UniqueNames names;

  GroupReader(NodeReader reader, RuleReader rules, RuleKeysReader keys, UniqueNames names) {
    this.reader = reader;
    this.rules = rules;
    this.keys = keys;
    this.names = names;
  }

  List<RuleDefinition> read(Node node, RuleReader.Surroundings file) {
    List<RuleDefinition> all = new ArrayList<>();
    reader
        .list(node, "a list of groups", "begin each group with '- name: ...'")
        .ifPresent(
            list ->
                list.getValue()
                    .forEach(
                        group ->
                            reader
                                .mapping(group, "a group", HINT)
                                .ifPresent(mapping -> all.addAll(group(mapping, file)))));
    return all;
  }

  private List<RuleDefinition> group(MappingNode node, RuleReader.Surroundings file) {
    Entries entries = Entries.of(node, reader);
    RuleFilePlace.GROUP.keys().check(entries, reader);
    Optional<Located<String>> name =
        required("name", node, entries)
            .flatMap(value -> reader.text(value, "the name of the group"));
    name.ifPresent(names::group);
    Optional<Located<Duration>> evaluateEvery =
        entries.get("evaluate_every").flatMap(new DurationReader(reader)::tick);
    RuleReader.Surroundings around =
        new RuleReader.Surroundings(
            keys.read(entries).within(file.shared()), name, evaluateEvery.or(file::evaluateEvery));
    return required("rules", node, entries).map(list -> rules.read(list, around)).orElse(List.of());
  }

  private Optional<Node> required(String key, MappingNode group, Entries entries) {
    Optional<Node> value = entries.get(key);
    if (value.isEmpty() && !RuleFilePlace.GROUP.keys().isMisspelt(key, entries)) {
      reader.error(
          Code.MISSING_KEY, reader.span(group), "the group has no " + key, Optional.of(HINT));
    }
    return value;
  }
}
