package dev.tocsin.event;

import dev.tocsin.api.Unit;
import java.util.Optional;

/**
 * What an author of rules needs to know of a field.
 *
 * @param name as conditions write it; {@code score.NAME} stands for all scores
 * @param kind what values it has
 * @param unit what a number counts; empty for what is no number
 * @param meaning in a few words
 * @param example a statement about an event, as it stands behind {@code where}
 */
public record FieldDescription(
    String name, FieldKind kind, Optional<Unit> unit, String meaning, String example) {}
