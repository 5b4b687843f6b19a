package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file or a pack that a rule file includes.
 *
 * @param name as {@link IncludedFiles} opens it
 * @param values by the name of the parameter, in the order of the file
 */
record Include(Located<String> name, Map<Located<String>, ParameterValue> values) {
  Include {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Include(Located<String> name) {
    this(name, Map.of());
  }

  Optional<ParameterValue> value(String parameter) {
    return values.entrySet().stream()
        .filter(each -> each.getKey().value().equals(parameter))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The same for two includes that give the same values. */
  String given() {
    return values.entrySet().stream()
        .map(each -> each.getKey().value() + "=" + each.getValue().texts())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
