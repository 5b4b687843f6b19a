package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.ExprPrinter;
import dev.tocsin.dsl.template.TemplatePrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileReaderTest {

  @Test
  void reads_every_key() {
    RuleDefinition rule =
        RuleFiles.good(
                """
                rules:
                  - name: spike
                    type: drift
                    condition: a > 1
                    window: 1h30m
                    baseline_window: 7d
                    current_window: 500ms
                    for: 0
                    keep_firing_for: 0s
                    min_samples: 0
                    severity: info
                    channels: slack
                    enabled: false
                    description: what happens
                    labels: {team: search, tier: 1}
                    annotations:
                      summary: "{{ value }}"
                    runbook: https://example.org/x#y
                """)
            .rules()
            .get(0);
    assertThat(rule.type()).map(Located::value).contains(RuleType.DRIFT);
    assertThat(rule.window()).map(Located::value).contains(Duration.ofMinutes(90));
    assertThat(rule.baselineWindow()).map(Located::value).contains(Duration.ofDays(7));
    assertThat(rule.currentWindow()).map(Located::value).contains(Duration.ofMillis(500));
    assertThat(rule.forDuration()).map(Located::value).contains(Duration.ZERO);
    assertThat(rule.keepFiringFor()).map(Located::value).contains(Duration.ZERO);
    assertThat(rule.minSamples()).map(Located::value).contains(0L);
    assertThat(rule.severity()).map(Located::value).contains("info");
    assertThat(rule.channels()).extracting(Located::value).containsExactly("slack");
    assertThat(rule.enabled()).isFalse();
    assertThat(rule.description()).map(TemplatePrinter::print).contains("what happens");
    assertThat(rule.labels()).containsOnlyKeys("team", "tier");
    assertThat(rule.labels().get("tier").span().text()).isEqualTo("1");
    assertThat(rule.annotations().get("summary").span().text()).contains("{{ value }}");
    assertThat(rule.runbook()).map(TemplatePrinter::print).contains("https://example.org/x#y");
    assertThat(rule.window().orElseThrow().span().text()).isEqualTo("1h30m");
  }

  @Test
  void metrics_may_stand_alone() {
    RuleFile file = RuleFiles.good("metrics:\n  a: sum(cost) per day\n  b: a / 2\n");
    assertThat(file.rules()).isEmpty();
    assertThat(file.metrics())
        .extracting(
            metric -> metric.name().value() + " = " + ExprPrinter.print(metric.expression()))
        .containsExactly("a = sum(cost) per day", "b = a / 2");
  }

  @Test
  void anchors_stand_for_values() {
    RuleFile file =
        RuleFiles.good(
            """
            rules:
              - {name: x, condition: a > 1, channels: &team [slack, email]}
              - {name: y, condition: b > 1, channels: *team}
            """);
    assertThat(file.rules())
        .allSatisfy(
            rule ->
                assertThat(rule.channels())
                    .extracting(Located::value)
                    .containsExactly("slack", "email"));
  }

  @Test
  void what_can_be_read_is_returned_beside_the_errors() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file =
        RuleFileReader.read(
            new Source(
                "x", "rules:\n  - {name: x, condition: a >}\n  - {name: y, condition: a > 1}"),
            diagnostics);
    assertThat(diagnostics.all()).hasSize(1);
    assertThat(file.rules()).extracting(rule -> rule.name().value()).containsExactly("y");
  }

  @Test
  void windows_line_ends_are_white_space() {
    assertThat(RuleFiles.errors("rules:\r\n  - name: x\r\n    condition: a = 1\r\n"))
        .singleElement()
        .extracting(found -> found.span().toString())
        .isEqualTo("alert_rules.yaml:3:18");
  }

  @Test
  void a_byte_order_mark_is_no_text(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("marked.yaml");
    Files.writeString(path, "\ufeffrules:\n  - {name: x, condition: a > 1}\n");
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file = RuleFileReader.read(path, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(file.rules()).hasSize(1);
    assertThat(file.source().name()).isEqualTo(path.toString());
    assertThat(RuleFiles.good("\ufeffrules: []").rules()).isEmpty();
  }

  @Test
  void bytes_that_are_not_utf8_are_located(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("latin1.yaml");
    Files.write(path, "rules:\n# für\n  []".getBytes(StandardCharsets.ISO_8859_1));
    Diagnostics diagnostics = new Diagnostics();
    RuleFileReader.read(path, diagnostics);
    Diagnostic found = diagnostics.all().get(0);
    assertThat(found.code()).isEqualTo(Code.NOT_UTF8);
    assertThat(found.span()).hasToString(path + ":2:4");
  }

  @Test
  void a_file_that_is_not_there_is_an_exception(@TempDir Path folder) {
    assertThatThrownBy(() -> RuleFileReader.read(folder.resolve("none.yaml"), new Diagnostics()))
        .isInstanceOf(NoSuchFileException.class);
  }
}
