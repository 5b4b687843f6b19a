package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads lists of rules. */
final class RuleReader {
  private final NodeReader reader;
  private final RuleKeysReader keys;
  private final LevelReader levels;
  private final UniqueNames names;
  // an alias is the same node again; reading it again would only repeat its problems
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param names those of the rules before, to which the names of these are added
   */
  RuleReader(NodeReader reader, RuleKeysReader keys, UniqueNames names) {
    this.reader = reader;
    this.keys = keys;
    this.levels = new LevelReader(reader);
    this.names = names;
  }

  /** What the rules of a list have from where they stand. */
  record Surroundings(
      RuleKeys shared,
      Optional<Located<String>> group,
      Optional<Located<Duration>> evaluateEvery) {}

  List<RuleDefinition> read(Node node, Surroundings around) {
    List<RuleDefinition> rules = new ArrayList<>();
    reader
        .list(node, "a list of rules", "begin each rule with '- name: ...'")
        .ifPresent(
            list ->
                list.getValue().stream()
                    .filter(this::isNew)
                    .forEach(rule -> rule(rule, around).ifPresent(rules::add)));
    return rules;
  }

  private boolean isNew(Node rule) {
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

  /** Nothing without a name or a condition. */
  private Optional<RuleDefinition> rule(Node node, Surroundings around) {
    return reader
        .mapping(node, "a rule", "a rule has keys: name, condition, severity and others")
        .flatMap(mapping -> rule(mapping, around));
  }

  private Optional<RuleDefinition> rule(MappingNode node, Surroundings around) {
    Entries entries = Entries.of(node, reader);
    RuleFilePlace.RULE.keys().check(entries, reader);
    Optional<Located<String>> name = required("name", node, entries).flatMap(this::name);
    boolean leveled = LevelReader.isIn(entries);
    Optional<Expr> condition =
        required("condition", node, entries)
            .flatMap(value -> leveled ? levels.value(value, entries) : keys.condition(value));
    // all of it is read even when the rule cannot be returned, for its problems
    RuleKeys all = keys.read(entries).within(around.shared());
    rejectTwice("description", all.description(), all);
    rejectTwice("runbook", all.runbook(), all);
    if (leveled) {
      rejectSeverity(entries);
    }
    if (name.isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    List<SeverityLevel> several = leveled ? levels.read(condition.get(), entries) : List.of();
    if (leveled && several.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        all.rule(
            name.get(),
            leveled ? several.get(0).comparison() : condition.get(),
            several,
            around.group(),
            around.evaluateEvery(),
            reader.span(node)));
  }

  /** Its own only: one from the defaults is for rules that have no other. */
  private void rejectSeverity(Entries entries) {
    entries
        .get("severity")
        .filter(node -> entries.mergedKeys().noneMatch("severity"::equals))
        .ifPresent(
            node ->
                reader.error(
                    Code.SEVERITIES_CONFLICT,
                    reader.span(node),
                    "the rule has severities with thresholds of their own",
                    Optional.of("remove 'severity'")));
  }

  /** Both go with the alert under one name. */
  private void rejectTwice(String key, Optional<Template> own, RuleKeys all) {
    Template annotation = all.annotations().get(key);
    if (own.isPresent() && annotation != null) {
      reader.error(
          Code.DUPLICATE_KEY,
          annotation.span(),
          "the rule has a '"
              + key
              + "' of its own, in "
              + UniqueNames.place(own.get().span(), annotation.span()),
          Optional.of("say it once"));
    }
  }

  private Optional<Node> required(String key, MappingNode rule, Entries entries) {
    Optional<Node> value = entries.get(key);
    if (value.isEmpty() && !RuleFilePlace.RULE.keys().isMisspelt(key, entries)) {
      String example = key.equals("name") ? "error_rate_spike" : "error_rate > 5%";
      reader.error(
          Code.MISSING_KEY,
          reader.span(rule),
          "the rule has no " + key,
          Optional.of("add a line such as '" + key + ": " + example + "'"));
    }
    return value;
  }

  private Optional<Located<String>> name(Node node) {
    Optional<Located<String>> name = reader.text(node, "the name of the rule");
    if (name.filter(text -> text.value().isBlank()).isPresent()) {
      reader.error(
          Code.BAD_NAME, reader.span(node), "the name of a rule cannot be empty", Optional.empty());
      return Optional.empty();
    }
    name.ifPresent(names::rule);
    return name;
  }
}
