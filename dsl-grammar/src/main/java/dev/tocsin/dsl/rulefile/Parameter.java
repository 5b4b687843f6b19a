package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.Optional;

/**
 * What whoever includes a rule file can set in it.
 *
 * @param name as it stands in the file, inside {@code $( )}
 * @param standard its value where none is given
 * @param description what it means, in words; empty where the file does not say
 */
public record Parameter(
    Located<String> name, Optional<ParameterValue> standard, String description) {}
