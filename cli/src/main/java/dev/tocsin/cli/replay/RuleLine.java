package dev.tocsin.cli.replay;

import dev.tocsin.api.Severity;
import java.util.List;

/**
 * What the report says of a rule whatever happens.
 *
 * @param name unique in its file
 * @param severity how urgent its alerts are
 * @param channels where they would go
 */
record RuleLine(String name, Severity severity, List<String> channels) {}
