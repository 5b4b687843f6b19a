package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads deployments and measures. */
final class EventsPartReader {
  private static final String DEPLOYMENT = "as in: {prompt: support, version: v8}";
  private static final String MEASURE = "as in: {name: queue_depth, value: 3..9}";

  private final NodeReader reader;
  private final FieldsReader fields;

  EventsPartReader(NodeReader reader, FieldsReader fields) {
    this.reader = reader;
    this.fields = fields;
  }

  Optional<EventsDefinition.Deployed> deployment(Node node) {
    Optional<KeyedMapping> written =
        KeyedMapping.read(node, EventsKeys.OF_DEPLOYMENT, DEPLOYMENT, reader);
    Optional<String> prompt = written.flatMap(mapping -> text(mapping, "prompt"));
    Optional<String> version = written.flatMap(mapping -> text(mapping, "version"));
    return prompt.flatMap(name -> version.map(of -> new EventsDefinition.Deployed(name, of)));
  }

  Optional<EventsDefinition.Measured> measure(Node node) {
    Optional<KeyedMapping> written =
        KeyedMapping.read(node, EventsKeys.OF_MEASURE, MEASURE, reader);
    Optional<String> name = written.flatMap(mapping -> text(mapping, "name"));
    Optional<FieldValue> value =
        written.flatMap(mapping -> mapping.required("value")).flatMap(fields::value);
    List<FieldDefinition> labels = new ArrayList<>();
    written
        .flatMap(mapping -> mapping.get("labels"))
        .ifPresent(
            all ->
                reader.forEachEntry(
                    all,
                    "names and texts",
                    (label, text) -> fields.field(label, text).ifPresent(labels::add)));
    return name.flatMap(
        of -> value.map(number -> new EventsDefinition.Measured(of, number, labels)));
  }

  private Optional<String> text(KeyedMapping mapping, String key) {
    return mapping.required(key).flatMap(node -> reader.text(node, "a text")).map(Located::value);
  }
}
