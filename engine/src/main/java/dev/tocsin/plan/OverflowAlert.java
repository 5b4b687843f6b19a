package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.rulefile.RuleFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in alert on an aggregate that has more groups than it may. No rule stands behind it, so
 * that rules cost what they cost without it.
 *
 * @param channels where it goes, if the file says so for all alerts
 * @param labels those of every alert
 */
public record OverflowAlert(List<String> channels, Map<String, String> labels) {
  /** Its name. A rule of this name takes its place. */
  public static final String NAME = "tocsin_groups_overflow";

  public OverflowAlert {
    channels = List.copyOf(channels);
  }

  /** Nothing when a rule of the file takes its place, be it disabled. */
  static Optional<OverflowAlert> of(RuleFile file) {
    if (file.rules().stream().anyMatch(rule -> rule.name().value().equals(NAME))) {
      return Optional.empty();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    file.externalLabels().forEach((name, text) -> labels.put(name, text.value()));
    return Optional.of(
        new OverflowAlert(file.channels().stream().map(Located::value).toList(), labels));
  }
}
