package dev.tocsin.testkit.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param kind what was done
 * @param title one line
 * @param rules what the rule file is called
 * @param failures what a test found wrong
 * @param judgement what a backtest adds
 */
public record ReportSubject(
    Kind kind, String title, String rules, List<Failure> failures, Optional<Judgement> judgement) {
  public ReportSubject {
    failures = List.copyOf(failures);
  }

  /** What was done. */
  public enum Kind {
    REPLAY,
    TEST,
    BACKTEST;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A replay. */
  public static ReportSubject replay(String rules, String trace) {
    return new ReportSubject(
        Kind.REPLAY, rules + " on " + trace, rules, List.of(), Optional.empty());
  }

  /** A test that failed. */
  public static ReportSubject test(String name, String rules, List<Failure> failures) {
    return new ReportSubject(Kind.TEST, name, rules, failures, Optional.empty());
  }

  /** A backtest. */
  public static ReportSubject backtest(String rules, String trace, Judgement judgement) {
    return new ReportSubject(
        Kind.BACKTEST, rules + " on " + trace, rules, List.of(), Optional.of(judgement));
  }
}
