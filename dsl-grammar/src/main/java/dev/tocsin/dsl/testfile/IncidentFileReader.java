package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.KnownKeys;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.Utf8File;
import dev.tocsin.dsl.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads labelled incidents: YAML, or a table with commas where the name of the file ends in {@code
 * .csv}. Never throws on what an author wrote; reports all problems at once and returns what could
 * be read.
 */
public final class IncidentFileReader {
  private static final String FILE = "begin with 'incidents:'";
  private static final String EXAMPLE =
      "as in: {name: slow answers, from: 2026-03-01 10:05, until: 2026-03-01 10:40}";

  private static final KnownKeys PLACE =
      new KnownKeys("an incident file", List.of("incidents"), Map.of("events", "incidents"));

  private static final KnownKeys INCIDENT =
      new KnownKeys(
          "an incident",
          List.of("name", "from", "until", "rules"),
          Map.of(
              "title", "name", "start", "from", "begin", "from", "end", "until", "to", "until",
              "rule", "rules", "alerts", "rules"));

  private final NodeReader reader;
  private final TimePointReader times;

  private IncidentFileReader(NodeReader reader) {
    this.reader = reader;
    this.times = new TimePointReader(reader);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read; what is wrong inside it is a diagnostic
   */
  public static List<IncidentDefinition> read(Path path, Diagnostics diagnostics)
      throws IOException {
    return read(Utf8File.read(path, diagnostics), diagnostics);
  }

  /** Reads a text; its name says whether it is a table. */
  public static List<IncidentDefinition> read(Source source, Diagnostics diagnostics) {
    if (source.name().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return new IncidentTableReader(source, diagnostics).read();
    }
    return YamlText.read(source, FILE, diagnostics)
        .map(text -> new IncidentFileReader(text.reader()).file(text.root()))
        .orElse(List.of());
  }

  private List<IncidentDefinition> file(Node root) {
    return KeyedMapping.read(root, PLACE, FILE, reader)
        .flatMap(written -> written.required("incidents"))
        .map(
            node -> KeyedMapping.list(node, INCIDENT, "incidents", EXAMPLE, reader, this::incident))
        .orElse(List.of());
  }

  private Optional<IncidentDefinition> incident(KeyedMapping written) {
    Optional<Located<String>> name =
        written.required("name").flatMap(node -> reader.text(node, "the name of the incident"));
    Optional<Located<TimePoint>> from = written.required("from").flatMap(times::read);
    Optional<Located<TimePoint>> until = written.required("until").flatMap(times::read);
    List<Located<String>> rules =
        written.get("rules").map(node -> reader.texts(node, "names of rules")).orElse(List.of());
    if (name.isEmpty() || from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new IncidentDefinition(name.get(), from.get(), until.get(), rules));
  }
}
