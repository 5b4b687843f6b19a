package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A text that is one YAML document.
 *
 * @param root its root
 * @param reader reads it and all below it
 */
public record YamlText(Node root, NodeReader reader) {

  /**
   * Reads one; empty where it cannot be read, which is reported.
   *
   * @param beginning what to write in an empty file
   */
  public static Optional<YamlText> read(Source source, String beginning, Diagnostics diagnostics) {
    if (YamlLimits.isTooLong(source, diagnostics)) {
      return Optional.empty();
    }
    NodeSpans spans = new NodeSpans(source);
    return YamlDocument.read(source, spans, beginning, diagnostics)
        .map(root -> new YamlText(root, new NodeReader(spans, diagnostics)));
  }
}
