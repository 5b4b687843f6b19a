package dev.tocsin.template;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What templates show of an alert.
 *
 * @param rule the rule's name
 * @param severity of the rule
 * @param group dimension to value
 * @param time the tick
 * @param decisive the comparison that decides, as it stands at this tick
 * @param topContributors the segments that contribute most, as far as they are known
 */
public record AlertFacts(
    String rule,
    Severity severity,
    Map<String, String> group,
    Instant time,
    ComparedReading decisive,
    List<Contributor> topContributors) {}
