package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.ParameterKind;
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
    if (section.isEmpty()) {
      return new Filled(parameters, true);
    }
    Placeholders placeholders = new Placeholders(values, declared, reader);
    boolean complete = placeholders.fillAllBut(KEY, root);
    Set<String> used = placeholders.used();
    if (declared.containsAll(used)) { // else one may be meant under a wrong name
      parameters.stream().filter(each -> !used.contains(each.name().value())).forEach(this::unused);
    }
    return new Filled(parameters, complete);
  }

  private void unused(Parameter parameter) {
    String name = parameter.name().value();
    reader
        .diagnostics()
        .warning(
            Code.UNUSED_PARAMETER,
            parameter.name().span(),
            "nothing in this file uses the parameter '" + name + "'",
            Optional.of("write $(" + name + ") where its value belongs, or leave it out"));
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
    Optional<ParameterValue> fitting = given.filter(each -> fits(each, parameter));
    Optional<ParameterValue> taken =
        fitting.filter(each -> ParameterRangeReader.check(name, parameter.range(), each, reader));
    if (given.isPresent() && fitting.isEmpty()) {
      ParameterKind expected = parameter.kind().orElseThrow();
      String example =
          parameter.standard().map(ParameterValue::written).orElseGet(expected::example);
      reader.error(
          Code.BAD_VALUE,
          given.get().span(),
          "'%s' is %s, not %s".formatted(name, expected.words(), given.get().kind().words()),
          Optional.of("as in: " + name + ": " + example));
    } else if (given.isEmpty() && parameter.standard().isEmpty()) {
      missing(parameter);
    }
    taken.or(parameter::standard).ifPresent(each -> values.put(name, each));
  }

  private static boolean fits(ParameterValue given, Parameter parameter) {
    return parameter.kind().filter(kind -> !given.fits(kind)).isEmpty();
  }

  private void missing(Parameter parameter) {
    String name = parameter.name().value();
    String example = parameter.kind().map(ParameterKind::example).orElse("...");
    reader.error(
        Code.MISSING_VALUE,
        include.map(by -> by.name().span()).orElse(parameter.name().span()),
        "the parameter '" + name + "' has no value",
        Optional.of(
            include
                .map(
                    by ->
                        "give it: {%s, parameters: {%s: %s}}"
                            .formatted(named(by.name().value()), name, example))
                .orElse("give it a default, or include this file with a value")));
  }

  private static String named(String file) {
    return Packs.isPack(file) ? "pack: " + Packs.name(file) : "file: " + file;
  }
}
