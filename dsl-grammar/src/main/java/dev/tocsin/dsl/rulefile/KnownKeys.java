package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys that a mapping may have. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Map.of cannot be changed
enum KnownKeys {
  TOP(
      "a rule file",
      List.of("rules", "metrics"),
      List.of("defaults", "groups", "include", "external_labels", "routes", "evaluate_every"),
      Map.of("alerts", "rules", "recording_rules", "metrics")),
  RULE(
      "a rule",
      List.of(
          "name",
          "type",
          "condition",
          "window",
          "baseline_window",
          "current_window",
          "for",
          "keep_firing_for",
          "min_samples",
          "severity",
          "channels",
          "then",
          "enabled",
          "description",
          "labels",
          "annotations",
          "runbook"),
      List.of("where", "by", "on", "resolve_when", "no_data", "resolution", "limit"),
      Map.of(
          "alert", "name",
          "expr", "condition",
          "expression", "condition",
          "when", "condition",
          "level", "severity",
          "notify", "channels",
          "receivers", "channels",
          "runbook_url", "runbook"));

  private final String owner;
  private final List<String> known;
  private final List<String> later;
  private final Map<String, String> otherwiseCalled;

  KnownKeys(
      String owner, List<String> known, List<String> later, Map<String, String> otherwiseCalled) {
    this.owner = owner;
    this.known = known;
    this.later = later;
    this.otherwiseCalled = otherwiseCalled;
  }

  /** In the order in which they are shown. */
  List<String> known() {
    return known;
  }

  void check(Entries entries, NodeReader reader) {
    entries.forEach(
        (key, value) -> {
          if (later.contains(key.value())) {
            reader.error(
                Code.NOT_SUPPORTED_YET,
                key.span(),
                "'" + key.value() + ":' is not supported yet",
                elsewhere(key.value()));
          } else if (key.value().equals("<<")) {
            reader.error(
                Code.NOT_SUPPORTED_YET,
                key.span(),
                "merging with '<<' is not supported",
                Optional.of("an alias can stand for a value: channels: *team"));
          } else if (!known.contains(key.value())) {
            reader.error(
                Code.UNKNOWN_KEY,
                key.span(),
                "unknown key '" + key.value() + "' in " + owner,
                hint(key, value));
          }
        });
  }

  /** Whether a key is there under a wrong name, so that it need not be missed. */
  boolean isMisspelt(String missing, Entries entries) {
    return entries
        .keys()
        .filter(key -> !known.contains(key) && !later.contains(key))
        .anyMatch(
            key ->
                key.equals("<<")
                    || suggestion(key)
                        .filter(hint -> hint.contains("'" + missing + "'"))
                        .isPresent());
  }

  private Optional<String> hint(Located<String> key, Node value) {
    if (this == RULE && key.value().equals("threshold")) {
      return Optional.of("the threshold is a part of the condition: error_rate > 5%");
    }
    Optional<String> suggestion = suggestion(key.value());
    boolean lone = value.getTag().equals(Tag.NULL) && suggestion.isEmpty();
    return lone
        ? Optional.of("inside { } put texts that hold a comma in quotes")
        : suggestion.or(() -> Optional.of("its keys are " + String.join(", ", known)));
  }

  private Optional<String> suggestion(String key) {
    return Optional.ofNullable(otherwiseCalled.get(key))
        .map(meant -> "did you mean '" + meant + "'?")
        .or(() -> Suggestions.nearest(key, known));
  }

  private Optional<String> elsewhere(String key) {
    return this == RULE && (key.equals("where") || key.equals("by"))
        ? Optional.of("write it in the condition: sum(cost) where model == \"x\" by user per day")
        : Optional.empty();
  }
}
