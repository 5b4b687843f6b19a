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
 * @param standard its value where none is given
 * @param description what it means, in words; empty where the file does not say
 */
public record Parameter(
    Located<String> name,
    Optional<ParameterKind> declaredKind,
    Optional<ParameterValue> standard,
    String description) {

  /** What its values are, where the file says so or its default tells; empty for any. */
  public Optional<ParameterKind> kind() {
    return declaredKind.or(() -> standard.map(ParameterValue::kind));
  }
}
