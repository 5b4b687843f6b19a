package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code alert_rules.yaml}. Never throws on what an author wrote; reports all problems of the
 * file at once and returns what could be read. A rule with a part that could not be read may still
 * be returned, without the part: load nothing when there are errors.
 */
public final class RuleFileReader {
  private RuleFileReader() {}

  /**
   * Reads a file in UTF-8, with or without a byte order mark.
   *
   * @throws IOException when the file cannot be read; what is wrong inside it is a diagnostic
   */
  public static RuleFile read(Path path, Diagnostics diagnostics) throws IOException {
    return read(Utf8File.read(path, diagnostics), diagnostics);
  }

  /** Reads a text. */
  public static RuleFile read(Source source, Diagnostics diagnostics) {
    NodeSpans spans = new NodeSpans(source);
    Optional<Node> root = YamlDocument.read(source, spans, diagnostics);
    return root.map(node -> new TopLevel(new NodeReader(spans, diagnostics)).read(source, node))
        .orElseGet(() -> new RuleFile(source, List.of(), List.of()));
  }
}
