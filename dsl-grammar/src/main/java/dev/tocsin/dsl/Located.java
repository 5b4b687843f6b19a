package dev.tocsin.dsl;

/**
 * A value and where the author wrote it.
 *
 * @param value the value
 * @param span where it stands
 */
public record Located<T>(T value, Span span) {}
