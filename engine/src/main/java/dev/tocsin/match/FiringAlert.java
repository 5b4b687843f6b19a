package dev.tocsin.match;

import java.util.Map;

/**
 * An alert that fires, as a fact.
 *
 * @param key names it
 * @param labels by which it is matched
 */
public record FiringAlert(String key, Map<String, String> labels) {}
