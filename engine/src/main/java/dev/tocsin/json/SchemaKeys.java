package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Severity;
import dev.tocsin.dsl.rulefile.RuleFileKeys;
import dev.tocsin.dsl.rulefile.RuleType;
import dev.tocsin.dsl.yaml.ParameterKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What each key of a rule file means, in words that editors show, and which values it takes. */
final class SchemaKeys {
  /** A parameter of the file, filled in before the value is read. */
  private static final String PLACEHOLDER = "\\$\\(";

  private static final String DURATION =
      PLACEHOLDER + "|^\\s*([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h|d|w))+\\s*$";
  private static final String METRIC_NAME = "^[^\\s0-9.\\-][^\\s.\\-]*$";
  private static final String LEVEL =
      ", where the condition is a value and each severity has its own: \"> 2s\"";
  private static final List<String> DIMENSIONS =
      List.of("user", "model", "feature", "session", "environment", "prompt_version");

  private final List<String> metrics;
  private final Map<String, Key> keys = new HashMap<>();

  private record Key(String description, Consumer<ObjectNode> values) {}

  SchemaKeys(List<String> metrics) {
    this.metrics = List.copyOf(metrics);
    file();
    conditions();
    alerts();
    texts();
    RoutingSchemaKeys.addTo(this);
  }

  /** The schema of a key; one that is not described takes anything. */
  ObjectNode schema(String place, String key) {
    ObjectNode schema = Json.object();
    Key known = keys.containsKey(place + "." + key) ? keys.get(place + "." + key) : keys.get(key);
    if (known != null) {
      schema.put("description", known.description());
      known.values().accept(schema);
    }
    return schema;
  }

  private void file() {
    add("rules", "The alert rules.", node -> list(node, "rule"));
    add(
        "metrics",
        "Names for aggregates, used in conditions like the built-in metrics, whose place they take.",
        SchemaKeys::metrics);
    add(
        "defaults",
        "What every rule of the file says that does not say it itself.",
        ref("defaults"));
    add("groups", "Rules that share keys and a tick.", node -> list(node, "group"));
    add("include", "Other rule files, relative to this one, and packs.", SchemaKeys::includes);
    add(
        "parameters",
        "What whoever includes the file can set; $(name) stands for it.",
        SchemaKeys::parameters);
    add("include.file", "A rule file, relative to this one.", SchemaKeys::text);
    add("include.pack", "A pack, by its name: starter", SchemaKeys::text);
    add("include.parameters", "Values of its parameters.", SchemaKeys::values);
    add(
        "parameter.kind",
        "What its values are, where no default tells.",
        choice(names(ParameterKind.values())));
    add(
        "parameter.default",
        "Its value where none is given: 2s, $10, 5%, a text or a list of texts.",
        SchemaKeys::names);
    add("parameter.min", "The least value it takes: 0%, $1, 30s.", SchemaKeys::bound);
    add("parameter.max", "The greatest value it takes: 100%, $1000, 1h.", SchemaKeys::bound);
    add("parameter.description", "What it means, in words.", SchemaKeys::text);
    add("external_labels", "Labels of every alert.", SchemaKeys::labels);
    add("evaluate_every", "How often conditions are decided; 1s without it.", SchemaKeys::duration);
    add("group.name", "The name of the group, unique.", SchemaKeys::text);
    add("metric.expression", "The aggregate, as in: sum(cost) per day", SchemaKeys::text);
    add(
        "metric.tier",
        "How often a person should look at it.",
        choice("daily", "weekly", "monthly"));
    add("metric.description", "What the metric says, in words.", SchemaKeys::text);
  }

  private void conditions() {
    add("name", "The name of the rule and of its alerts, unique.", SchemaKeys::text);
    add(
        "condition",
        "When the alert is on: aggregates compared with thresholds, joined by and, or, not.",
        this::condition);
    add(
        "window",
        "The window of the terms that have none of their own: 5m, 1h.",
        SchemaKeys::duration);
    add(
        "baseline_window",
        "What drift statistics compare with: the 7d before.",
        SchemaKeys::duration);
    add("current_window", "What drift statistics look at: 24h.", SchemaKeys::duration);
    add(
        "resolution",
        "The length of a pane of the windows; a sixtieth without it.",
        SchemaKeys::duration);
    add("where", "Only of these events, for all terms: model == \"gpt-4o\"", SchemaKeys::text);
    add("by", "One alert for each of these, for all terms: user", SchemaKeys::dimensions);
    add("min_samples", "Fewer events than this are no data.", SchemaKeys::count);
    add(
        "no_data",
        "What becomes of the alert without data: as not true, as before, as true, or an alert of"
            + " its own.",
        choice("resolve", "keep", "fire", "alert"));
    add("resolve_when", "What must hold before a firing alert resolves.", this::condition);
  }

  private void alerts() {
    add(
        "type",
        "What the rule is about; a label without effect on evaluation.",
        choice(names(RuleType.values())));
    add(
        "for",
        "How long the condition must hold before the alert fires.",
        SchemaKeys::durationOrZero);
    add(
        "keep_firing_for",
        "How long the alert goes on after the condition stopped holding.",
        SchemaKeys::durationOrZero);
    add("severity", "How bad it is; warning without it.", choice(names(Severity.values())));
    for (Severity each : Severity.values()) {
      add(each.label(), "From where on its alert is " + each.label() + LEVEL, SchemaKeys::level);
    }
    add(
        "flapping",
        "How many changes in how long mark the alert and hold it firing: {changes: 4, within: 1h}",
        SchemaKeys::flapping);
    add("changes", "How often it must begin to fire or resolve.", SchemaKeys::count);
    add("within", "In how long.", SchemaKeys::duration);
    add("channels", "Where the alert goes: names of channels.", SchemaKeys::names);
    add("then", "What is done when the alert fires: names of actions.", SchemaKeys::names);
    add("limit", "At most so many groups have an alert of their own.", SchemaKeys::count);
    add(
        "enabled",
        "Whether the rule is evaluated; true without it.",
        node -> orPlaceholder(node, one -> one.put("type", "boolean")));
  }

  private void texts() {
    add("description", "What the alert means, in words.", SchemaKeys::text);
    add("labels", "Added to the alert.", SchemaKeys::labels);
    add("annotations", "Texts for people, sent with the alert.", SchemaKeys::labels);
    add("runbook", "Where to read what to do.", SchemaKeys::text);
  }

  void add(String key, String description, Consumer<ObjectNode> values) {
    keys.put(key, new Key(description, values));
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  static Consumer<ObjectNode> ref(String place) {
    // beside $ref draft 7 ignores the description, so it is wrapped
    return node -> node.putArray("allOf").addObject().put("$ref", "#/definitions/" + place);
  }

  static void list(ObjectNode node, String place) {
    node.put("type", "array");
    node.putObject("items").put("$ref", "#/definitions/" + place);
  }

  private static void metrics(ObjectNode node) {
    node.put("type", "object");
    node.putObject("propertyNames").put("pattern", METRIC_NAME);
    ArrayNode either = node.putObject("additionalProperties").putArray("anyOf");
    either.addObject().put("type", "string").put("minLength", 1);
    if (RuleFileKeys.byPlace().containsKey("metric")) {
      either.addObject().put("$ref", "#/definitions/metric");
    }
  }

  static void orPlaceholder(ObjectNode node, Consumer<ObjectNode> value) {
    ArrayNode either = node.putArray("anyOf");
    value.accept(either.addObject());
    either.addObject().put("type", "string").put("pattern", PLACEHOLDER);
  }

  private static Consumer<ObjectNode> choice(String... values) {
    return node -> orPlaceholder(node, one -> List.of(values).forEach(one.putArray("enum")::add));
  }

  /** The reader takes numbers and the like as they are written. */
  static void text(ObjectNode node) {
    node.putArray("type").add("string").add("number").add("boolean");
  }

  static void names(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    text(either.addObject());
    text(either.addObject().put("type", "array").putObject("items"));
  }

  private static void includes(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    include(either.addObject());
    include(either.addObject().put("type", "array").putObject("items"));
  }

  private static void include(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    text(either.addObject());
    either.addObject().put("$ref", "#/definitions/include");
  }

  private static void parameters(ObjectNode node) {
    ArrayNode either =
        node.put("type", "object").putObject("additionalProperties").putArray("anyOf");
    names(either.addObject());
    either.addObject().put("$ref", "#/definitions/parameter");
  }

  private static void values(ObjectNode node) {
    names(node.put("type", "object").putObject("additionalProperties"));
  }

  private static void dimensions(ObjectNode node) {
    names(node);
    DIMENSIONS.forEach(node.putArray("examples")::add);
  }

  private static void labels(ObjectNode node) {
    text(node.put("type", "object").putObject("additionalProperties"));
  }

  static void count(ObjectNode node) {
    orPlaceholder(node, one -> one.put("type", "integer").put("minimum", 0));
  }

  private static void bound(ObjectNode node) {
    node.putArray("type").add("string").add("number");
    node.put("pattern", "^\\s*-?\\$?[0-9]");
  }

  private static void level(ObjectNode node) {
    node.put("type", "string").put("pattern", PLACEHOLDER + "|^\\s*(>=|<=|>|<)\\s*-?\\$?[0-9.]");
    List.of("> 2s", "< 0.7").forEach(node.putArray("examples")::add);
  }

  private static void flapping(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("$ref", "#/definitions/flapping");
    either.addObject().putArray("enum").add(false);
  }

  static void duration(ObjectNode node) {
    node.put("type", "string").put("pattern", DURATION);
    List.of("5m", "1h", "24h", "7d").forEach(node.putArray("examples")::add);
  }

  static void durationOrZero(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    duration(either.addObject());
    either.addObject().putArray("enum").add(0).add("0");
  }

  /** Proposes a comparison for each metric and takes any text. */
  private void condition(ObjectNode node) {
    node.put("type", "string").put("minLength", 1);
    ArrayNode either = node.putArray("anyOf");
    ArrayNode proposed = either.addObject().putArray("enum");
    metrics.forEach(metric -> proposed.add(metric + " > " + threshold(metric)));
    either.addObject().put("type", "string");
  }

  /** A constant of the right unit, by what metrics are commonly called. */
  private static String threshold(String metric) {
    if (metric.contains("cost")) {
      return "$100";
    }
    if (metric.contains("latency") || metric.startsWith("time_to")) {
      return "2s";
    }
    return metric.endsWith("_rate") ? "5%" : "0.3";
  }
}
