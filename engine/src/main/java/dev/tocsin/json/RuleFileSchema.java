package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.dsl.rulefile.RuleFileKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON Schema of rule files, for editors. Draft 7, which the YAML plug-ins of VS Code and
 * IntelliJ know best. Which keys there are is asked of the reader of rule files; what they mean
 * stands in {@link SchemaKeys}.
 */
public final class RuleFileSchema {
  /** One of these at least makes a file a rule file. */
  private static final Set<String> CONTENT =
      Set.of(
          "rules",
          "metrics",
          "groups",
          "include",
          "routes",
          "receivers",
          "inhibit",
          "silences",
          "time_intervals",
          "links");

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "rule", List.of("name", "condition"),
          "group", List.of("name", "rules"),
          "flapping", List.of("changes", "within"),
          "metric", List.of("expression"),
          "escalation", List.of("after", "to"),
          "budget", List.of("alerts", "per"),
          "receiver", List.of("name", "channels"),
          "inhibition", List.of("source", "target"),
          "silence", List.of("match", "until"),
          "interval", List.of("name"));

  private final SchemaKeys keys;

  private RuleFileSchema(List<String> metrics) {
    this.keys = new SchemaKeys(metrics);
  }

  /**
   * The schema, indented.
   *
   * @param metrics the built-in metrics, which editors propose in conditions
   */
  public static String text(List<String> metrics) {
    return new RuleFileSchema(metrics).schema().toPrettyString() + "\n";
  }

  private ObjectNode schema() {
    Map<String, List<String>> places = RuleFileKeys.byPlace();
    ObjectNode schema = Json.object();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Tocsin alert rules");
    schema.put("description", "Alert rules over LLM calls; see docs/language.md.");
    ObjectNode definitions = Json.object();
    places.forEach(
        (place, known) -> {
          if (place.equals("top")) {
            mapping(schema, place, known);
            ArrayNode content = schema.putArray("anyOf");
            known.stream()
                .filter(CONTENT::contains)
                .forEach(key -> content.addObject().putArray("required").add(key));
            schema.putObject("patternProperties").putObject("^x-").put("description", ANCHORS);
          } else {
            mapping(definitions.putObject(place), place, known);
          }
        });
    schema.set("definitions", definitions);
    return schema;
  }

  private static final String ANCHORS = "Holds YAML anchors for the rest of the file.";

  private void mapping(ObjectNode schema, String place, List<String> known) {
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    List<String> required = REQUIRED.getOrDefault(place, List.of());
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    ObjectNode properties = schema.putObject("properties");
    known.forEach(key -> properties.set(key, keys.schema(place, key)));
  }
}
