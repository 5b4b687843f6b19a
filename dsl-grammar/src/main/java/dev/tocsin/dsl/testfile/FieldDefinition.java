package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;

/**
 * A field and what it is to be.
 *
 * @param name as it is written; whether there is such a field is not known yet
 * @param value what it is to be
 */
public record FieldDefinition(Located<String> name, FieldValue value) {}
