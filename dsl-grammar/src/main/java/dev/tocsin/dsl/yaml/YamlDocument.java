package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a text as one YAML document of bounded size, to nodes and never to Java types. */
final class YamlDocument {
  private final Source source;
  private final NodeSpans spans;
  private final String beginning;
  private final Diagnostics diagnostics;

  private YamlDocument(Source source, NodeSpans spans, String beginning, Diagnostics diagnostics) {
    this.beginning = beginning;
    this.source = source;
    this.spans = spans;
    this.diagnostics = diagnostics;
  }

  /** The document, or nothing when it cannot be read, which is reported. */
  static Optional<Node> read(
      Source source, NodeSpans spans, String beginning, Diagnostics diagnostics) {
    return new YamlDocument(source, spans, beginning, diagnostics).read();
  }

  private Optional<Node> read() {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(YamlLimits.LONGEST);
      options.setNestingDepthLimit(YamlLimits.DEEPEST);
      options.setMaxAliasesForCollections(YamlLimits.MOST_ALIASES);
      YamlEvents events = new YamlEvents(new ParserImpl(new StreamReader(source.text()), options));
      if (!new YamlLimits(spans, diagnostics).hold(events)) {
        return Optional.empty();
      }
      Node root = new Composer(events.again(), new Resolver(), options).getSingleNode();
      if (root == null) {
        diagnostics.error(Code.EMPTY_FILE, new Span(source, 0, 0), "the file is empty", beginning);
      }
      return Optional.ofNullable(root);
    } catch (ReaderException e) {
      String character = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
      diagnostics.error(
          Code.YAML_SYNTAX,
          spans.at(e.getPosition()),
          "the character " + character + " cannot stand in a YAML file");
    } catch (MarkedYAMLException e) {
      YamlProblem.of(e, source, spans).report(diagnostics);
    } catch (YAMLException e) {
      diagnostics.error(
          Code.YAML_SYNTAX, new Span(source, 0, 0), Objects.toString(e.getMessage(), "not YAML"));
    }
    return Optional.empty();
  }
}
