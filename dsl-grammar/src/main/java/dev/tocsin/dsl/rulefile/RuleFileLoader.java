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
    TopLevel.Content top = read(root);
    return new RuleFile(
        root,
        sources,
        top.evaluateEvery(),
        top.channels(),
        externalLabels,
        rules,
        metrics,
        routing.all());
  }

  private TopLevel.Content read(Source source) {
    open.addLast(source);
    sources.add(source);
    TopLevel.Content content = content(source);
    include(content.include(), source);
    metrics.addAll(content.metrics());
    content.externalLabels().forEach(this::externalLabel);
    content.rules().forEach(this::rule);
    routing.add(content.routing());
    open.removeLast();
    return content;
  }

  private TopLevel.Content content(Source source) {
    return YamlText.read(source, TopLevel.RULES_HINT, diagnostics)
        .map(text -> new TopLevel(text.reader(), names).read(text.root()))
        .orElse(TopLevel.Content.NONE);
  }

  private void include(List<Located<String>> included, Source source) {
    if (files.isEmpty() && !included.isEmpty()) {
      diagnostics.error(
          Code.INCLUDE_UNREADABLE,
          included.get(0).span(),
          "rules given as a text cannot include files",
          "load them from a file");
      return;
    }
    for (Located<String> name : included) {
      include(name, source, files.orElseThrow());
    }
  }

  private void include(Located<String> name, Source from, IncludedFiles files) {
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
          "names are relative to the file that includes");
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
    } else if (read.add(identity)) {
      ofText.all().forEach(diagnostics::add);
      read(source);
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
