package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.template.Template;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a rule, a group and the defaults may have alike. */
record RuleKeys(
    Optional<Located<RuleType>> type,
    Optional<Located<Duration>> window,
    Optional<Located<Duration>> baselineWindow,
    Optional<Located<Duration>> currentWindow,
    Optional<Located<Duration>> resolution,
    Optional<Expr> where,
    Optional<List<Located<String>>> by,
    Optional<Located<Duration>> forDuration,
    Optional<Located<Duration>> keepFiringFor,
    Optional<Expr> resolveWhen,
    Optional<Located<NoData>> noData,
    Optional<Located<Long>> minSamples,
    Optional<Located<Long>> limit,
    Optional<Flapping> flapping,
    Optional<Located<String>> severity,
    Optional<List<Located<String>>> channels,
    Optional<List<Located<String>>> actions,
    Optional<Boolean> enabled,
    Optional<Template> description,
    Map<String, Template> labels,
    Map<String, Template> annotations,
    Optional<Template> runbook,
    Set<String> present,
    Set<String> shared,
    Set<String> unread) {

  /** These keys, and where one is missing, that of what they stand in. */
  RuleKeys within(RuleKeys outer) {
    if (outer.present.isEmpty()) {
      return this;
    }
    Set<String> inherited = new TreeSet<>(outer.present);
    inherited.removeAll(present);
    return new RuleKeys(
        type.or(outer::type),
        window.or(outer::window),
        baselineWindow.or(outer::baselineWindow),
        currentWindow.or(outer::currentWindow),
        resolution.or(outer::resolution),
        where.or(outer::where),
        by.or(outer::by),
        forDuration.or(outer::forDuration),
        keepFiringFor.or(outer::keepFiringFor),
        resolveWhen.or(outer::resolveWhen),
        noData.or(outer::noData),
        minSamples.or(outer::minSamples),
        limit.or(outer::limit),
        flapping.or(outer::flapping),
        severity.or(outer::severity),
        channels.or(outer::channels),
        actions.or(outer::actions),
        enabled.or(outer::enabled),
        description.or(outer::description),
        merged(outer.labels, labels),
        merged(outer.annotations, annotations),
        runbook.or(outer::runbook),
        union(present, outer.present),
        union(shared, inherited),
        union(unread, outer.unread));
  }

  RuleDefinition rule(
      Located<String> name,
      Expr condition,
      List<SeverityLevel> levels,
      Optional<Located<String>> group,
      Optional<Located<Duration>> evaluateEvery,
      Span span) {
    return new RuleDefinition(
        name,
        type,
        condition,
        window,
        baselineWindow,
        currentWindow,
        resolution,
        where,
        by.orElse(List.of()),
        forDuration,
        keepFiringFor,
        resolveWhen,
        noData,
        minSamples,
        limit,
        flapping,
        levels,
        severity,
        channels.orElse(List.of()),
        actions.orElse(List.of()),
        enabled.orElse(true),
        description,
        labels,
        annotations,
        runbook,
        group,
        evaluateEvery,
        shared,
        unread,
        span);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return Collections.unmodifiableSet(both);
  }

  private static Map<String, Template> merged(
      Map<String, Template> outer, Map<String, Template> inner) {
    Map<String, Template> both = new LinkedHashMap<>(outer);
    both.putAll(inner);
    return Collections.unmodifiableMap(both);
  }
}
