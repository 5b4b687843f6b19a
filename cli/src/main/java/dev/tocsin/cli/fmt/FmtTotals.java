package dev.tocsin.cli.fmt;

import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.text.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the files. */
final class FmtTotals {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  /** How it went with one. */
  enum Outcome {
    CHANGED,
    UNCHANGED,
    LEFT_ALONE,
    WRONG,
    UNUSABLE,
    FAULT
  }

  void add(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  private int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  int exitCode(Mode mode) {
    if (of(Outcome.FAULT) > 0) {
      return ExitCode.INTERNAL;
    }
    if (of(Outcome.UNUSABLE) > 0) {
      return ExitCode.USAGE;
    }
    boolean found = mode != Mode.WRITE && of(Outcome.CHANGED) > 0;
    return of(Outcome.WRONG) > 0 || found ? ExitCode.WRONG : ExitCode.DONE;
  }

  /** As in: 2 files formatted, 3 unchanged. */
  String words(Mode mode) {
    List<String> parts = new ArrayList<>();
    parts.add(
        Counts.of(of(Outcome.CHANGED), "file")
            + (mode == Mode.WRITE ? " formatted" : " would change"));
    parts.add(of(Outcome.UNCHANGED) + " unchanged");
    part(Outcome.LEFT_ALONE, " left alone", parts);
    part(Outcome.WRONG, " with errors", parts);
    part(Outcome.UNUSABLE, " not read or written", parts);
    part(Outcome.FAULT, " failed", parts);
    return String.join(", ", parts);
  }

  private void part(Outcome outcome, String words, List<String> parts) {
    if (of(outcome) > 0) {
      parts.add(of(outcome) + words);
    }
  }
}
