package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.YamlText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a rule file and all it includes, each once. */
final class RuleFileLoader {
  private static final int MOST_FILES = 100;
  private static final int DEEPEST = 10;

  /** Rules of all files together. */
  static final int MOST_RULES = 20_000;

  private final Optional<IncludedFiles> files;
  private final Diagnostics diagnostics;
  private final UniqueNames names;
  private final Set<String> read = new HashSet<>();
  private final Deque<Source> open = new ArrayDeque<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<RuleDefinition> rules = new ArrayList<>();
  private final List<MetricDefinition> metrics = new ArrayList<>();
  private final Map<String, Located<String>> externalLabels = new LinkedHashMap<>();
  private final RoutingParts routing;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * @param files finds what is included; empty where nothing can be
   */
  RuleFileLoader(Optional<IncludedFiles> files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
    this.names = new UniqueNames(diagnostics);
    this.routing = new RoutingParts(diagnostics);
  }

  RuleFile load(Source root) {
    files.ifPresent(found -> read.add(found.identity(root.name())));
    TopLevel.Content top = read(root, Optional.empty());
    return new RuleFile(
        root,
        sources,
        top.evaluateEvery(),
        top.channels(),
        parameters,
        externalLabels,
        rules,
        metrics,
        routing.all());
  }

  private TopLevel.Content read(Source source, Optional<Include> by) {
    open.addLast(source);
    sources.add(source);
    TopLevel.Content content = content(source, by);
    include(content.include(), source);
    metrics.addAll(content.metrics());
    content.externalLabels().forEach(this::externalLabel);
    content.rules().forEach(this::rule);
    routing.add(content.routing());
    open.removeLast();
    return content;
  }

  private TopLevel.Content content(Source source, Optional<Include> by) {
    return YamlText.read(source, TopLevel.RULES_HINT, diagnostics)
        .map(text -> content(text, by))
        .orElse(TopLevel.Content.NONE);
  }

  private TopLevel.Content content(YamlText text, Optional<Include> by) {
    ParameterSection.Filled filled = ParameterSection.fill(text, by);
    if (by.isEmpty()) {
      parameters.addAll(filled.declared());
    }
    return filled.complete()
        ? new TopLevel(text.reader(), names).read(text.root())
        : TopLevel.Content.NONE;
  }

  private void include(List<Include> included, Source source) {
    Optional<Include> file =
        included.stream().filter(each -> !Packs.isPack(each.name().value())).findFirst();
    if (files.isEmpty() && file.isPresent()) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          file.get().name().span(),
          "rules given as a text cannot include files",
          "load them from a file, or include a pack");
    }
    for (Include each : included) {
      if (files.isPresent() || Packs.isPack(each.name().value())) {
        include(each, source, files.orElseGet(IncludedFiles::onDisk));
      }
    }
  }

  private void include(Include include, Source from, IncludedFiles files) {
    Located<String> name = include.name();
    if (open.size() > DEEPEST || read.size() >= MOST_FILES) {
      String limit =
          open.size() > DEEPEST ? DEEPEST + " files deep" : MOST_FILES + " files together";
      diagnostics.error(Code.INCLUDE_LIMIT, name.span(), "too many files: at most " + limit);
      return;
    }
    Diagnostics ofText = new Diagnostics();
    Source source;
    try {
      source = files.open(from.name(), name.value(), ofText);
    } catch (IOException e) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          name.span(),
          "cannot read '" + name.value() + "': " + e.getMessage(),
          Packs.isPack(name.value())
              ? "packs are named as in: pack:starter"
              : "names are relative to the file that includes");
      return;
    }
    String identity = files.identity(source.name());
    if (open.stream().anyMatch(file -> files.identity(file.name()).equals(identity))) {
      diagnostics.error(
          Code.INCLUDE_CYCLE,
          name.span(),
          "this file includes itself: "
              + Stream.concat(open.stream(), Stream.of(source))
                  .map(Source::name)
                  .collect(Collectors.joining(" -> ")));
    } else if (read.add(
        include.values().isEmpty() ? identity : identity + "\n" + include.given())) {
      ofText.all().forEach(diagnostics::add);
      read(source, Optional.of(include));
    }
  }

  private void externalLabel(String label, Located<String> value) {
    Located<String> first = externalLabels.putIfAbsent(label, value);
    if (first != null && !first.value().equals(value.value())) {
      diagnostics.error(
          Code.CONFLICTING_LABEL,
          value.span(),
          "the external label '%s' is already '%s' in %s"
              .formatted(label, first.value(), UniqueNames.place(first.span(), value.span())));
    }
  }

  private void rule(RuleDefinition rule) {
    if (rules.size() == MOST_RULES) {
      diagnostics.error(
          Code.YAML_LIMIT,
          rule.name().span(),
          "too many rules: at most " + MOST_RULES,
          "'by' makes one rule do for all users or models");
    }
    if (rules.size() <= MOST_RULES) {
      rules.add(rule);
    }
  }
}
