package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.yaml.ParameterKind;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.Optional;

/**
 * What whoever includes a rule file can set in it.
 *
 * @param name as it stands in the file, inside {@code $( )}
 * @param declaredKind what its values are, where the file says so
 * @param range where its values may lie
 * @param standard its value where none is given
 * @param description what it means, in words; empty where the file does not say
 */
public record Parameter(
    Located<String> name,
    Optional<ParameterKind> declaredKind,
    ParameterRange range,
    Optional<ParameterValue> standard,
    String description) {

  /** What its values are, where the file says so or its default or range tells; empty for any. */
  public Optional<ParameterKind> kind() {
    return declaredKind
        .or(() -> standard.map(ParameterValue::kind))
        .or(() -> range.least().or(range::most).map(ParameterValue::kind));
  }
}
