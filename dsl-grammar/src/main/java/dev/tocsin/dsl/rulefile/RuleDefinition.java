package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule as written, completed by what its group and the defaults of its file say: the rule's own
 * key comes before that of the group, and that before the default. Labels and annotations are
 * completed name by name.
 *
 * @param name unique in all files that are loaded together
 * @param type one of the closed list in {@link RuleType}; a label without effect on evaluation
 * @param condition when the rule's alert is on
 * @param window for the terms of the condition that have none of their own
 * @param baselineWindow length of the stretch that drift statistics compare with
 * @param currentWindow length of the stretch that drift statistics look at
 * @param resolution length of a pane of the windows, in place of the one that follows from them
 * @param where said of the events of every aggregate of the condition, besides what it says itself
 * @param by dimensions for the aggregates of the condition that have none of their own
 * @param forDuration how long the condition must hold before the alert fires
 * @param keepFiringFor how long the alert goes on firing after the condition stopped holding
 * @param resolveWhen what must hold before a firing alert may resolve
 * @param noData what becomes of the alert without data
 * @param minSamples fewer events than this are no data
 * @param limit at most so many groups have an alert of their own
 * @param flapping when its alerts count as flapping
 * @param levels the severities that are keys, the mildest first; then the condition is the first of
 *     their comparisons, and {@code severity} without effect
 * @param severity info, warning or critical
 * @param channels where the alert goes; empty means the defaults of the severity
 * @param actions what is done when the alert fires, the key {@code then}
 * @param enabled whether the rule is evaluated
 * @param description in words
 * @param labels added to the alert
 * @param annotations texts for people
 * @param runbook where to read what to do
 * @param group the name of its group
 * @param evaluateEvery how often its condition is decided, if its group or its file say
 * @param shared the keys that it has from a group, from the defaults or by a merge, and not itself
 * @param unread the keys whose value could not be read, which is reported
 * @param span the whole rule
 */
public record RuleDefinition(
    Located<String> name,
    Optional<Located<RuleType>> type,
    Expr condition,
    Optional<Located<Duration>> window,
    Optional<Located<Duration>> baselineWindow,
    Optional<Located<Duration>> currentWindow,
    Optional<Located<Duration>> resolution,
    Optional<Expr> where,
    List<Located<String>> by,
    Optional<Located<Duration>> forDuration,
    Optional<Located<Duration>> keepFiringFor,
    Optional<Expr> resolveWhen,
    Optional<Located<NoData>> noData,
    Optional<Located<Long>> minSamples,
    Optional<Located<Long>> limit,
    Optional<Flapping> flapping,
    List<SeverityLevel> levels,
    Optional<Located<String>> severity,
    List<Located<String>> channels,
    List<Located<String>> actions,
    boolean enabled,
    Optional<Template> description,
    Map<String, Template> labels,
    Map<String, Template> annotations,
    Optional<Template> runbook,
    Optional<Located<String>> group,
    Optional<Located<Duration>> evaluateEvery,
    Set<String> shared,
    Set<String> unread,
    Span span) {}
