package dev.tocsin.cli.init;

import dev.tocsin.cli.init.Measure.Side;
import dev.tocsin.replay.ReplaySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes {@code alert_rules_test.yaml}. */
final class TestsText {
  private final String trace;
  private final List<Suggestion> suggestions;
  private final Unread unread;
  private final StringBuilder text = new StringBuilder();

  private TestsText(String trace, Unread unread, List<Suggestion> suggestions) {
    this.unread = unread;
    this.trace = trace.replace("'", "''");
    this.suggestions = suggestions;
  }

  /**
   * The tests.
   *
   * @param rules the rule file, as seen from the test file
   * @param trace as seen from the test file
   */
  static String of(
      String rules,
      String trace,
      TraceContents contents,
      ReplaySummary summary,
      List<Suggestion> suggestions,
      Optional<Silence> silence) {
    return new TestsText(trace, Unread.of(summary), suggestions)
        .tests(rules, contents, summary, silence);
  }

  private String tests(
      String rules, TraceContents contents, ReplaySummary summary, Optional<Silence> silence) {
    text.append(
        "# What the rules do on the traffic they were made from, and on the same with faults.\n");
    text.append("rules: ['").append(rules.replace("'", "''")).append("']\ntests:\n");
    begin("the traffic that the rules were made from", Optional.empty());
    List<String> totals = new ArrayList<>(List.of("calls: " + summary.calls()));
    totals.addAll(unread.totals());
    totals(totals);
    suggestions.forEach(each -> expect(each.measure().rule(), each.given()));
    silence.ifPresent(each -> expect("no_calls", 0));
    fires("everything twice as slow", "multiply: {latency: 2}", of("performance", Side.ABOVE));
    fires("everything twice as dear", "multiply: {cost: 2}", of("cost", Side.ABOVE));
    if (!contents.allFail()) {
      fires("all calls fail", "set: {status: error}", each -> each.rule().equals("error_rate"));
    }
    // of those that come too late only calls and scores would be repeated
    if (unread.late() == 0) {
      fires("three times as many calls", "repeat: 3", each -> each.rule().equals("many_calls"));
    }
    fires(
        "no task is completed",
        "set: {task_completed: false}",
        each -> each.rule().equals("task_completion"));
    contents.scores().forEach((name, range) -> score(name, range));
    return text.toString();
  }

  private void score(String name, ScoreRange range) {
    String rule = Measures.ruleOf(name);
    suggestions.stream()
        .filter(each -> each.measure().rule().equals(rule))
        .forEach(each -> score("score." + name, range, each));
  }

  private void score(String score, ScoreRange range, Suggestion suggestion) {
    Measure measure = suggestion.measure();
    boolean above = measure.bad() == Side.ABOVE;
    double worst = suggestion.worst();
    if (above && measure.bounds().most() == 1) {
      if (range.lowest() < 1) {
        fires(score + " is 1", "set: {" + score + ": 1}", measure::equals);
      }
    } else if (worst != 0) {
      boolean twice = above == worst > 0;
      fires(
          score + (twice ? " is twice what it was" : " is half of what it was"),
          "multiply: {" + score + ": " + (twice ? "2" : "0.5") + "}",
          measure::equals);
    }
  }

  private static Predicate<Measure> of(String type, Side bad) {
    return measure -> measure.type().equals(type) && measure.bad() == bad;
  }

  private void begin(String name, Optional<String> fault) {
    text.append("  - name: ").append(name).append('\n');
    text.append("    trace: '").append(trace).append("'\n");
    fault.ifPresent(each -> text.append("    inject: [{").append(each).append("}]\n"));
    text.append("    expect:\n");
  }

  private void expect(String rule, long alerts) {
    String what = alerts == 0 ? "never: fires" : "fires: {times: " + alerts + "}";
    text.append("      - {alert: ").append(rule).append(", ").append(what).append("}\n");
  }

  private void totals(List<String> totals) {
    if (!totals.isEmpty()) {
      text.append("      - {trace: {").append(String.join(", ", totals)).append("}}\n");
    }
  }

  private void fires(String name, String fault, Predicate<Measure> whose) {
    List<String> rules = new ArrayList<>();
    suggestions.stream()
        .map(Suggestion::measure)
        .filter(whose)
        .forEach(measure -> rules.add(measure.rule()));
    if (!rules.isEmpty()) {
      begin(name, Optional.of(fault));
      totals(unread.totals());
      rules.forEach(
          rule -> text.append("      - {alert: ").append(rule).append(", fires: true}\n"));
    }
  }
}
