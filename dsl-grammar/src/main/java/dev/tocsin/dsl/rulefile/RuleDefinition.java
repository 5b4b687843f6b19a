package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule as written.
 *
 * @param name unique in its file
 * @param type one of the closed list in {@link RuleType}; a label without effect on evaluation
 * @param condition when the rule's alert is on
 * @param window for the terms of the condition that have none of their own
 * @param baselineWindow length of the stretch that drift statistics compare with
 * @param currentWindow length of the stretch that drift statistics look at
 * @param forDuration how long the condition must hold before the alert fires
 * @param keepFiringFor how long the alert goes on firing after the condition stopped holding
 * @param minSamples fewer events than this are no data
 * @param severity info, warning or critical
 * @param channels where the alert goes; empty means the defaults of the severity
 * @param actions what is done when the alert fires, the key {@code then}
 * @param enabled whether the rule is evaluated
 * @param description in words
 * @param labels added to the alert
 * @param annotations texts for people, not yet read as templates
 * @param runbook where to read what to do
 * @param span the whole rule
 */
public record RuleDefinition(
    Located<String> name,
    Optional<Located<RuleType>> type,
    Expr condition,
    Optional<Located<Duration>> window,
    Optional<Located<Duration>> baselineWindow,
    Optional<Located<Duration>> currentWindow,
    Optional<Located<Duration>> forDuration,
    Optional<Located<Duration>> keepFiringFor,
    Optional<Located<Long>> minSamples,
    Optional<Located<String>> severity,
    List<Located<String>> channels,
    List<Located<String>> actions,
    boolean enabled,
    Optional<Located<String>> description,
    Map<String, Located<String>> labels,
    Map<String, Located<String>> annotations,
    Optional<Located<String>> runbook,
    Span span) {}
