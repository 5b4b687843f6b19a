package dev.tocsin.cli.backtest;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.Incidents;
import dev.tocsin.testkit.backtest.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what did go wrong. */
final class IncidentOptions {
  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "What did go wrong (YAML or CSV): tells how well the alerts noticed it")
  private @Nullable Path file;

  @Option(
      names = "--slack",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "So long before an incident an alert is right (default: 5m)")
  private Duration slack = Detection.SLACK;

  /** With the names of all rules; times are of a trace that begins at a time. */
  Optional<Sweep.Truth> truth(Collection<String> rules, Instant start, ZoneId zone)
      throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.usage(file + ": no such file", Optional.empty());
    }
    return Optional.of(new Sweep.Truth(Incidents.read(file, rules, start, zone), slack));
  }
}
