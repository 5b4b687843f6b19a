package dev.tocsin.cli.test;

import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.expect.MissText;
import dev.tocsin.testkit.file.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Tells people what tests came to. */
final class TestReport {
  private static final double MILLIS = 1_000.0;

  private final StyledOutput out;
  private final StyledOutput err;

  TestReport(StyledOutput out, StyledOutput err) {
    this.out = out;
    this.err = err;
  }

  void file(FileResult file) {
    if (!file.checked().diagnostics().isEmpty()) {
      RuleProblems.print(file.checked().diagnostics(), err);
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.add(Palette.text(file.checked().file().toString(), Palette.STRONG));
    if (file.checked().hasErrors()) {
      lines.add(Palette.text("  not run: the file has errors", Palette.RED));
    }
    for (TestResult result : file.results()) {
      lines.addAll(test(result));
    }
    lines.add(AttributedString.EMPTY);
    out.print(lines);
  }

  private static List<AttributedString> test(TestResult result) {
    Outcome outcome = result.outcome();
    List<AttributedString> lines = new ArrayList<>();
    lines.add(
        new AttributedStringBuilder()
            .append("  ")
            .append(
                outcome.passed()
                    ? Palette.text("ok  ", Palette.GREEN)
                    : Palette.text("FAIL", Palette.RED.bold()))
            .append("  ")
            .append(outcome.test().fullName())
            .append(Palette.text("  " + seconds(result.took()), Palette.FAINT))
            .toAttributedString());
    outcome.error().ifPresent(error -> lines.add(Palette.text("        " + error)));
    for (Miss miss : outcome.misses()) {
      lines.addAll(miss(miss, outcome.replay().orElseThrow()));
    }
    return lines;
  }

  private static List<AttributedString> miss(Miss miss, Replay replay) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(
        new AttributedStringBuilder()
            .append("        ")
            .append(Palette.text(MissText.place(miss) + ": ", Palette.FAINT))
            .append("expected that ")
            .append(Palette.text(miss.expected(), Palette.STRONG))
            .toAttributedString());
    lines.add(
        new AttributedStringBuilder()
            .append("          but ")
            .append(Palette.text(miss.found(), Palette.RED))
            .toAttributedString());
    if (!miss.whole()) {
      lines.addAll(timeline(miss, replay));
    }
    return lines;
  }

  private static List<AttributedString> timeline(Miss miss, Replay replay) {
    List<AttributedString> lines = new ArrayList<>();
    String text = MissText.timeline(miss, replay);
    for (String line : text.split("\n", -1)) {
      lines.add(Palette.text("        " + line, Palette.FAINT));
    }
    return lines;
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f s", took.toMillis() / MILLIS);
  }

  void end(List<FileResult> files, Duration took) {
    long tests = files.stream().mapToLong(file -> file.results().size()).sum();
    long failed =
        files.stream()
            .flatMap(file -> file.results().stream())
            .filter(result -> !result.outcome().passed())
            .count();
    long broken = files.stream().filter(file -> file.checked().hasErrors()).count();
    String text =
        Counts.of(tests, "test")
            + " in "
            + Counts.of(files.size(), "file")
            + ": "
            + (tests - failed)
            + " passed, "
            + failed
            + " failed"
            + (broken == 0 ? "" : ", " + Counts.of(broken, "file") + " with errors")
            + " ("
            + seconds(took)
            + ")";
    out.print(List.of(Palette.text(text, failed + broken == 0 ? Palette.GREEN : Palette.RED)));
  }
}
