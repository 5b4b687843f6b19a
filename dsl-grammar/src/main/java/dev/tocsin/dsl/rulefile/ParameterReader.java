package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.ParameterKind;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code parameters:}, which declares what an include can set. */
final class ParameterReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String EXAMPLE = "as in: {default: 2s, description: Slower is too slow.}";

  private final NodeReader reader;

  ParameterReader(NodeReader reader) {
    this.reader = reader;
  }

  List<Parameter> read(Node node) {
    List<Parameter> parameters = new ArrayList<>();
    reader.forEachEntry(
        node,
        "a mapping of parameters",
        (name, value) -> {
          if (NAME.matcher(name.value()).matches()) {
            parameters.add(parameter(name, value));
          } else {
            reader.error(
                Code.BAD_NAME,
                name.span(),
                "'" + name.value() + "' is not a name of a parameter",
                Optional.of("names are letters, digits and _"));
          }
        });
    return parameters;
  }

  private Parameter parameter(Located<String> name, Node value) {
    if (!(value instanceof MappingNode)) {
      return new Parameter(
          name, Optional.empty(), ParameterRange.ALL, ParameterValue.read(value, reader), "");
    }
    Optional<KeyedMapping> written =
        KeyedMapping.read(value, RuleFilePlace.PARAMETER.keys(), EXAMPLE, reader);
    Optional<ParameterKind> kind =
        written.flatMap(mapping -> mapping.get("kind")).flatMap(this::kind);
    Optional<ParameterValue> standard =
        written
            .flatMap(mapping -> mapping.get("default"))
            .flatMap(node -> ParameterValue.read(node, reader));
    kind.ifPresent(expected -> standard.ifPresent(given -> check(name, expected, given)));
    ParameterRange range =
        written
            .map(
                mapping ->
                    new ParameterRangeReader(reader)
                        .read(
                            mapping,
                            name,
                            kind.or(() -> standard.map(ParameterValue::kind)),
                            standard))
            .orElse(ParameterRange.ALL);
    return new Parameter(
        name,
        kind,
        range,
        standard,
        written
            .flatMap(mapping -> mapping.get("description"))
            .flatMap(node -> reader.text(node, "a text"))
            .map(Located::value)
            .orElse(""));
  }

  private Optional<ParameterKind> kind(Node node) {
    return new ChoiceReader(reader)
        .constant(node, "kind", ParameterKind.class, Code.UNKNOWN_CHOICE)
        .map(Located::value);
  }

  private void check(Located<String> name, ParameterKind expected, ParameterValue standard) {
    if (!standard.fits(expected)) {
      reader.error(
          Code.BAD_VALUE,
          standard.span(),
          "'%s' is %s, but its default is %s"
              .formatted(name.value(), expected.words(), standard.kind().words()),
          Optional.of("as in: default: " + expected.example()));
    }
  }
}
