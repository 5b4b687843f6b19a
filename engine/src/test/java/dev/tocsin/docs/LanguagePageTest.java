package dev.tocsin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.Rules;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.syntax.ExprPrinter;
import dev.tocsin.event.FieldDescription;
import dev.tocsin.event.Fields;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.FunctionText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/language.md: its tables are printed from the code, and its examples load. */
class LanguagePageTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final Path PAGE = ROOT.resolve("docs/language.md");
  private static final Path METRICS =
      ROOT.resolve("engine/src/main/resources/dev/tocsin/plan/metrics.yaml");
  private static final Pattern FENCED =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void tablesArePrintedFromTheCode() throws IOException {
    String page = Files.readString(PAGE);
    String printed = page;
    printed = section(printed, "functions", functions());
    printed = section(printed, "fields", fields());
    printed = section(printed, "metrics", metrics());
    printed = section(printed, "gauges", gauges());
    printed = section(printed, "rule keys", keys("rule"));
    printed = section(printed, "route keys", keys("route"));
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(PAGE, printed);
    } else {
      assertThat(page).isEqualTo(printed);
    }
  }

  @TestFactory
  Stream<DynamicTest> examplesLoad() throws IOException {
    List<String> files = new ArrayList<>();
    for (MatchResult block : FENCED.matcher(Files.readString(PAGE)).results().toList()) {
      if (block.group(1).equals("yaml")) {
        files.add(block.group(2));
      } else if (!block.group(2).startsWith("function(")) {
        block.group(2).lines().forEach(line -> files.add(ruleOf(line)));
      }
    }
    Stream.of(Function.values())
        .filter(Function::computed)
        .forEach(function -> files.add(ruleOf(FunctionText.of(function).example())));
    Fields.descriptions()
        .forEach(field -> files.add(ruleOf("count() where " + field.example() + " over 5m > 5")));
    assertThat(files).hasSizeGreaterThan(40);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.strip(), () -> Rules.parse("page.yaml", file)));
  }

  private static String ruleOf(String condition) {
    return "rules:\n  - name: r\n    condition: >-\n      " + condition + "\n";
  }

  private static String section(String page, String name, List<String> rows) {
    Matcher between =
        Pattern.compile("(<!-- " + name + " -->\\n).*?(<!-- /" + name + " -->)", Pattern.DOTALL)
            .matcher(page);
    assertThat(between.find()).as("a section of " + name).isTrue();
    String table = String.join("\n", rows) + "\n";
    return page.substring(0, between.end(1)) + table + page.substring(between.start(2));
  }

  private static List<String> functions() {
    List<String> rows = new ArrayList<>();
    rows.add("| function | reads | unit | without data | cost of an event; memory of a group |");
    rows.add("|---|---|---|---|---|");
    for (Function function : Function.values()) {
      FunctionText text = FunctionText.of(function);
      rows.add(
          "| `%s(%s)` | %s. `%s` | %s | %s | %s; %s |"
              .formatted(
                  function.label(),
                  argument(function),
                  function.computed() ? text.summary() : text.summary() + " (not supported yet)",
                  text.example().replace("|", "\\|"),
                  unit(function),
                  missing(function),
                  text.costOfEvent(),
                  text.memory()));
    }
    return rows;
  }

  private static String argument(Function function) {
    return switch (function.argument()) {
      case NONE -> "";
      case NUMBER -> "number";
      case FIELD -> "field";
      case STATEMENT -> "statement";
      case NUMBER_OR_ALL -> "number or *";
      case FIELD_OR_ALL -> "field or *";
    };
  }

  private static String unit(Function function) {
    return function.result() == Function.Result.FIELD
        ? "that of the field"
        : function.result().name().toLowerCase(Locale.ROOT);
  }

  private static String missing(Function function) {
    if (function.zeroWhenEmpty()) {
      return "0, and none for a group";
    }
    return function.comparesWithBaseline()
        ? "none below %d samples, or %d in the baseline"
            .formatted(function.minSamples(), Function.MIN_BASELINE_SAMPLES)
        : "none";
  }

  private static List<String> fields() {
    List<String> rows = new ArrayList<>();
    rows.add("| field | kind | unit | meaning | as in |");
    rows.add("|---|---|---|---|---|");
    for (FieldDescription field : Fields.descriptions()) {
      rows.add(
          "| `%s` | %s | %s | %s | `%s` |"
              .formatted(
                  field.name(),
                  field.kind().label(),
                  field.unit().map(LanguagePageTest::word).orElse(""),
                  field.meaning(),
                  field.example()));
    }
    return rows;
  }

  private static List<String> metrics() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("| built-in metric | is | look at it | meaning |");
    rows.add("|---|---|---|---|");
    Source source = new Source("metrics.yaml", Files.readString(METRICS));
    for (MetricDefinition metric : RuleFileReader.read(source, new Diagnostics()).metrics()) {
      rows.add(
          "| `%s` | `%s` | %s | %s |"
              .formatted(
                  metric.name().value(),
                  ExprPrinter.print(metric.expression()),
                  metric.tier().orElseThrow().value().name().toLowerCase(Locale.ROOT),
                  metric.description().orElseThrow().value()));
    }
    return rows;
  }

  private static List<String> gauges() {
    List<String> rows = new ArrayList<>();
    rows.add("| the engine's own | unit |");
    rows.add("|---|---|");
    for (EngineGauge gauge : EngineGauge.values()) {
      rows.add("| `%s` | %s |".formatted(gauge.label(), word(gauge.unit())));
    }
    return rows;
  }

  private static List<String> keys(String place) throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("| key of a " + place + " | |");
    rows.add("|---|---|");
    JsonNode keys =
        new ObjectMapper().readTree(Rules.schema()).at("/definitions/" + place + "/properties");
    keys.properties()
        .forEach(
            key ->
                rows.add(
                    "| `%s` | %s |"
                        .formatted(
                            key.getKey(),
                            key.getValue().path("description").asText().replace("|", "\\|"))));
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private static String word(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
