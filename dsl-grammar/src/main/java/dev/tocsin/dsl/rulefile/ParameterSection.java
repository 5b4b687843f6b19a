package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.ParameterValue;
import dev.tocsin.dsl.yaml.Placeholders;
import dev.tocsin.dsl.yaml.YamlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Fills the parameters of a rule file in, before the rest of it is read. */
final class ParameterSection {
  private static final String KEY = "parameters";

  private final Optional<Include> include;
  private final NodeReader reader;
  private final Map<String, ParameterValue> values = new HashMap<>();

  private ParameterSection(Optional<Include> include, NodeReader reader) {
    this.include = include;
    this.reader = reader;
  }

  /**
   * What became of it.
   *
   * @param declared the parameters of the file
   * @param complete whether there was a value for every placeholder; if not, what else is wrong
   *     would only follow from it
   */
  record Filled(List<Parameter> declared, boolean complete) {}

  /**
   * Fills in what an include gives, or the file's own defaults.
   *
   * @param include where the file is included; empty for the first file
   */
  static Filled fill(YamlText text, Optional<Include> include) {
    return text.root() instanceof MappingNode root
        ? new ParameterSection(include, text.reader()).fill(root)
        : new Filled(List.of(), true);
  }

  private Filled fill(MappingNode root) {
    Optional<NodeTuple> section =
        root.getValue().stream()
            .filter(
                tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(KEY))
            .findFirst();
    List<Parameter> parameters =
        section
            .map(tuple -> new ParameterReader(reader).read(tuple.getValueNode()))
            .orElse(List.of());
    Set<String> declared =
        parameters.stream().map(each -> each.name().value()).collect(Collectors.toSet());
    include.ifPresent(by -> by.values().forEach((name, value) -> given(name, declared)));
    parameters.forEach(this::value);
    boolean complete =
        section.isEmpty() || new Placeholders(values, declared, reader).fillAllBut(KEY, root);
    return new Filled(parameters, complete);
  }

  private void given(Located<String> name, Set<String> declared) {
    if (declared.contains(name.value())) {
      return;
    }
    String file = include.orElseThrow().name().value();
    reader.error(
        Code.UNKNOWN_PARAMETER,
        name.span(),
        "'%s' has no parameter '%s'".formatted(file, name.value()),
        Suggestions.nearest(name.value(), declared)
            .or(
                () ->
                    declared.isEmpty()
                        ? Optional.of("it has no parameters")
                        : Optional.of(
                            "its parameters are "
                                + declared.stream().sorted().collect(Collectors.joining(", ")))));
  }

  private void value(Parameter parameter) {
    String name = parameter.name().value();
    Optional<ParameterValue> given = include.flatMap(by -> by.value(name));
    Optional<ParameterValue> standard = parameter.standard();
    if (given.isPresent() && standard.filter(each -> !given.get().fits(each)).isPresent()) {
      ParameterValue expected = standard.get();
      reader.error(
          Code.BAD_VALUE,
          given.get().span(),
          "'%s' is %s, not %s".formatted(name, expected.kind().words(), given.get().kind().words()),
          Optional.of("as in: " + name + ": " + expected.written()));
    } else if (given.isEmpty() && standard.isEmpty()) {
      reader.error(
          Code.MISSING_VALUE,
          include.map(by -> by.name().span()).orElse(parameter.name().span()),
          "the parameter '" + name + "' has no value",
          Optional.of(
              include.isPresent()
                  ? "give it: {file: %s, parameters: {%s: ...}}"
                      .formatted(include.get().name().value(), name)
                  : "give it a default, or include this file with a value"));
    }
    given
        .filter(each -> standard.isEmpty() || each.fits(standard.get()))
        .or(() -> standard)
        .ifPresent(each -> values.put(name, each));
  }
}
