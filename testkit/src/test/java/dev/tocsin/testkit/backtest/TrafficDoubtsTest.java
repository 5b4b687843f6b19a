package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an hour of traffic says against rules: a call a second that takes 800 ms and costs a cent,
 * two models by turns, and a minute of calls that take 3 s in its middle. Also holds the sections
 * of docs/diagnostics.md about it; {@code -Dtocsin.update-golden=true} writes their messages anew.
 */
class TrafficDoubtsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tocsin.root")).resolve("docs/diagnostics.md");
  private static final Pattern SECTION =
      Pattern.compile(
          "^## (TC71[1-3]): .*?^```yaml\\n(.*?)^```\\n\\n```console\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Instant START = Instant.parse("2026-10-01T10:00:00Z");

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void anHour() throws IOException {
    Files.write(
        folder.resolve("hour.jsonl"),
        LongStream.range(0, 3600).mapToObj(TrafficDoubtsTest::call).toList());
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Matcher matcher = SECTION.matcher(Files.readString(PAGE));
      Files.writeString(
          PAGE,
          matcher.replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      match.group().substring(0, match.start(3) - match.start())
                          + text(check(match.group(2)))
                          + "```")));
    }
  }

  private static String call(long second) {
    return "{\"type\":\"call\",\"time\":\"%s\",\"id\":\"c%d\",\"model\":\"m%d\",\"status\":\"ok\",\"latency_ms\":%d,\"cost_usd\":0.01}"
        .formatted(START.plusSeconds(second), second, second % 2, second / 60 == 30 ? 3000 : 800);
  }

  private static List<Diagnostic> check(String rules) {
    CheckedRules checked = Rules.check("alert_rules.yaml", rules);
    TraceRun run =
        TraceRun.of(
            checked.orThrow(),
            new FileTrace(folder.resolve("hour.jsonl"), TraceFormats.discovered()));
    return TrafficDoubts.of(checked.file(), checked.orThrow(), run.allowedLateness(Duration.ZERO));
  }

  private static String text(List<Diagnostic> found) {
    return found.stream().map(DiagnosticText::render).collect(Collectors.joining("\n\n")) + "\n";
  }

  @TestFactory
  Stream<DynamicTest> examplesOfThePage() throws IOException {
    List<DynamicTest> tests =
        SECTION
            .matcher(Files.readString(PAGE))
            .results()
            .map(
                match ->
                    DynamicTest.dynamicTest(
                        match.group(1),
                        () -> {
                          List<Diagnostic> found = check(match.group(2));
                          assertThat(found)
                              .extracting(each -> each.code().id())
                              .containsExactly(match.group(1));
                          assertThat(text(found)).isEqualTo(match.group(3));
                        }))
            .toList();
    assertThat(tests).hasSize(3);
    return tests.stream();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "avg(latency) over 5m > 2s -> TC711",
        "avg(latency) over 1m > 2s -> ``",
        "avg(latency) over 1m > 500ms -> TC712",
        "sum(cost) per day > 1 -> TC712",
        "sum(cost) per day > 20 -> ``",
        "avg(score.q) over 1m > 1 -> TC713",
        "avg(latency) by model over 1m > 500ms -> TC712",
        "avg(latency) by model over 1m > 2s -> ``",
        "avg(latency) by model over 1m > 5s -> TC711",
        "count() over 1m < 1 -> TC711",
      })
  void aRuleOnTheHour(String condition, String code) {
    assertThat(check("rules: [{name: a, condition: '%s'}]".formatted(condition)))
        .extracting(each -> each.code().id())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void howNearItCameIsTold() {
    assertThat(check("rules: [{name: a, condition: avg(latency) over 1m > 4s}]").get(0).message())
        .isEqualTo(
            "on this traffic the rule never fires; nearest: avg(latency) over 1m at 3 s, not > 4 s");
  }

  @Test
  void waitingInVainIsTold() {
    String rules = "rules: [{name: a, condition: avg(latency) over 1m > 2s, for: 10m}]";

    assertThat(check(rules).get(0).message())
        .startsWith("on this traffic the rule never fires; it waits once, never long enough");
  }

  @Test
  void rulesThatAreOffSayNothing() {
    String off = ", enabled: false}]";

    assertThat(check("rules: [{name: a, condition: avg(latency) over 1m > 4s" + off)).isEmpty();
  }
}
