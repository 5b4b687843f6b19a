package dev.tocsin.cli.test;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.DurationConverter;
import dev.tocsin.testkit.mutation.MutationResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that change the rules to see whether tests notice. */
final class MutationOptions {
  private static final int HUNDRED = 100;
  private static final Duration BUDGET = Duration.ofMinutes(1);

  @Option(
      names = "--mutate",
      description = "When all pass, change the rules one by one and list what no test notices")
  private boolean mutate;

  @Option(
      names = "--budget",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "With --mutate: how long to try changes for each file (default: 1m)")
  private @Nullable Duration budget;

  @Option(
      names = "--min-noticed",
      paramLabel = "PERCENT",
      description = {
        "With --mutate: end with exit code 1 when tests notice less of the changes of a file;",
        "what was not tried counts as not noticed"
      })
  private @Nullable Integer minNoticed;

  /**
   * Checks what was asked for.
   *
   * @throws CommandFailure when it makes no sense
   */
  void check() {
    if (minNoticed != null && (minNoticed < 0 || minNoticed > HUNDRED)) {
      throw CommandFailure.usage("--min-noticed must be 0 to 100", Optional.empty());
    }
    if (!mutate && (minNoticed != null || budget != null)) {
      throw CommandFailure.usage(
          (minNoticed == null ? "--budget" : "--min-noticed") + " is only for --mutate",
          Optional.of("add --mutate"));
    }
  }

  boolean areWanted() {
    return mutate;
  }

  /** How long to try changes, for each file. */
  Duration budget() {
    return budget == null ? BUDGET : budget;
  }

  /** What is missing for a build to pass, if anything. */
  Optional<String> missing(List<MutationResult> files) {
    if (minNoticed == null || files.stream().allMatch(file -> isEnough(file, minNoticed))) {
      return Optional.empty();
    }
    boolean untried = files.stream().anyMatch(file -> !file.untried().isEmpty());
    return Optional.of(
        "tests notice less than %d%% (--min-noticed)%s"
            .formatted(
                minNoticed, untried ? "; not all was tried, --budget says how long to" : ""));
  }

  private static boolean isEnough(MutationResult file, int least) {
    return least == 0
        || (file.all() > 0 && (long) file.noticed().size() * HUNDRED >= (long) least * file.all());
  }
}
