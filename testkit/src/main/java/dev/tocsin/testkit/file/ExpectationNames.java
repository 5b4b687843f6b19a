package dev.tocsin.testkit.file;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.dsl.testfile.Expectation.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the names in expectations against those of the rules. */
final class ExpectationNames {
  private final RuleNames names;
  private final Diagnostics diagnostics;

  ExpectationNames(RuleNames names, Diagnostics diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  void check(List<Expectation> expectations) {
    expectations.forEach(this::check);
  }

  private void check(Expectation expectation) {
    if (expectation instanceof Expectation.OfAlert alert) {
      rule(alert.rule(), alert.group());
      told(alert.told());
    } else if (expectation instanceof Expectation.Never never) {
      rule(never.rule(), never.group());
    } else if (expectation instanceof Expectation.Standing standing) {
      rule(standing.rule(), standing.group());
      whole(standing);
    } else if (expectation instanceof Expectation.OfMessage message) {
      message.to().ifPresent(to -> channels(List.of(to)));
      message.receiver().ifPresent(to -> receivers(List.of(to)));
      message.rules().ifPresent(rules -> rules.forEach(this::rule));
    }
  }

  private void rule(Located<String> rule) {
    rule(rule, Map.of());
  }

  private void rule(Located<String> rule, Map<String, Located<String>> group) {
    List<String> dimensions = names.dimensions().get(rule.value());
    if (dimensions == null) {
      boolean off = names.disabled().contains(rule.value());
      diagnostics.error(
          Code.UNKNOWN_RULE,
          rule.span(),
          off ? "the rule '" + rule.value() + "' is not enabled" : "no rule '" + rule.value() + "'",
          off ? Optional.empty() : near(rule.value(), names.dimensions().keySet()));
      return;
    }
    group.forEach(
        (name, value) -> {
          if (!dimensions.contains(name)) {
            diagnostics.error(
                Code.NO_SUCH_DIMENSION,
                value.span(),
                "'" + rule.value() + "' has no dimension '" + name + "'",
                dimensions.isEmpty()
                    ? Optional.of("it has no 'by'")
                    : Optional.of("it is grouped by " + String.join(", ", dimensions)));
          }
        });
  }

  /** A reading is that of one group. */
  private void whole(Expectation.Standing standing) {
    List<String> dimensions = names.dimensions().getOrDefault(standing.rule().value(), List.of());
    if (standing.reading().isPresent() && !standing.group().keySet().containsAll(dimensions)) {
      diagnostics.error(
          Code.MISSING_KEY,
          standing.rule().span(),
          "which group of '" + standing.rule().value() + "' has this value",
          "name all of its dimensions: of: {" + String.join(": ..., ", dimensions) + ": ...}");
    }
    if (standing.reading().isPresent() && standing.at().isEmpty()) {
      diagnostics.error(
          Code.MISSING_KEY,
          standing.span(),
          "a value needs a time",
          "as in: {alert: slow, at: 10:05, value: 2.1s}");
    }
  }

  private void told(Told told) {
    Stream.of(told.channels(), told.notChannels())
        .flatMap(Optional::stream)
        .forEach(this::channels);
    told.receivers().ifPresent(this::receivers);
    told.actions()
        .ifPresent(
            actions ->
                known(actions, names.actions(), Code.ACTION_UNKNOWN, "no rule does", "actions"));
  }

  private void channels(List<Located<String>> channels) {
    known(
        channels,
        names.channels(),
        Code.CHANNEL_UNKNOWN,
        "no rule and no receiver names",
        "channels");
  }

  private void receivers(List<Located<String>> receivers) {
    if (!names.receivers().isEmpty()) {
      known(receivers, names.receivers(), Code.UNKNOWN_RECEIVER, "no route names", "receivers");
    }
  }

  private void known(
      List<Located<String>> written, Set<String> known, Code code, String what, String all) {
    for (Located<String> name : written) {
      if (!known.contains(name.value())) {
        diagnostics.error(
            code,
            name.span(),
            what + " '" + name.value() + "'",
            near(name.value(), known)
                .or(
                    () ->
                        known.isEmpty()
                            ? Optional.empty()
                            : Optional.of("the " + all + " are " + String.join(", ", known))));
      }
    }
  }

  private static Optional<String> near(String written, Set<String> known) {
    return Suggestions.nearest(written, known);
  }
}
