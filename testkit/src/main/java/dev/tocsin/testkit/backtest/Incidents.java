package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.testfile.IncidentDefinition;
import dev.tocsin.dsl.testfile.IncidentFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what did go wrong during a trace. */
public final class Incidents {
  private final Collection<String> rules;
  private final Instant start;
  private final ZoneId zone;
  private final Diagnostics diagnostics = new Diagnostics();

  private Incidents(Collection<String> rules, Instant start, ZoneId zone) {
    this.rules = rules;
    this.start = start;
    this.zone = zone;
  }

  /**
   * Reads a file: YAML, or CSV by its ending.
   *
   * @param rules names of all rules there are
   * @param start of the trace, from which times of day and {@code +15m} count
   * @param zone in which times without a zone are written
   * @throws IOException when the file cannot be read
   * @throws InvalidRulesException when anything in it is wrong; carries all that is
   */
  public static List<LabelledIncident> read(
      Path file, Collection<String> rules, Instant start, ZoneId zone) throws IOException {
    Incidents incidents = new Incidents(rules, start, zone);
    List<LabelledIncident> all = new ArrayList<>();
    for (IncidentDefinition each : IncidentFileReader.read(file, incidents.diagnostics)) {
      incidents.labelled(each).ifPresent(all::add);
    }
    if (incidents.diagnostics.hasErrors()) {
      throw new InvalidRulesException(incidents.diagnostics.all());
    }
    return all;
  }

  private Optional<LabelledIncident> labelled(IncidentDefinition written) {
    written.rules().forEach(this::known);
    Instant from = written.from().value().in(start, zone);
    Instant until = written.until().value().in(start, zone);
    if (until.isBefore(from)) {
      diagnostics.error(
          Code.BAD_TIME,
          written.until().span(),
          "'" + written.name().value() + "' ends before it begins",
          "times without a day are of the first day of the trace: write day 2 10:05");
      return Optional.empty();
    }
    return Optional.of(
        new LabelledIncident(
            written.name().value(),
            from,
            until,
            written.rules().stream().map(Located::value).collect(Collectors.toSet())));
  }

  private void known(Located<String> rule) {
    if (!rules.contains(rule.value())) {
      diagnostics.error(
          Code.UNKNOWN_RULE,
          rule.span(),
          "there is no enabled rule '" + rule.value() + "'",
          Suggestions.nearest(rule.value(), rules));
    }
  }
}
