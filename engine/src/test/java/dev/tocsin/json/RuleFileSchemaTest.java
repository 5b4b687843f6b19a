package dev.tocsin.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.rulefile.RuleFileKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** Holds the JSON Schema of rule files against the reader: its keys, good files and bad ones. */
class RuleFileSchemaTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Rules.schema());

  /** The mistakes that a schema sees; others are about YAML itself, names, or conditions. */
  private static final Set<Code> SEEN =
      EnumSet.of(
          Code.EMPTY_FILE,
          Code.MISSING_KEY,
          Code.UNKNOWN_KEY,
          Code.WRONG_KIND,
          Code.UNKNOWN_TYPE,
          Code.UNKNOWN_SEVERITY,
          Code.BAD_DURATION,
          Code.BAD_COUNT);

  /** A duration of a right form that is too long for the engine. */
  private static final Set<String> NOT_SEEN = Set.of("duration-too-long.txt");

  @Test
  void theSchemaHasTheKeysOfTheReaderAndDescribesEach() throws IOException {
    JsonNode schema = MAPPER.readTree(Rules.schema());
    RuleFileKeys.byPlace()
        .forEach(
            (place, known) -> {
              JsonNode mapping =
                  place.equals("top") ? schema : schema.path("definitions").path(place);
              List<String> keys = new ArrayList<>();
              mapping.path("properties").fieldNames().forEachRemaining(keys::add);
              assertThat(keys).as(place).containsExactlyInAnyOrderElementsOf(known);
              for (String key : keys) {
                assertThat(mapping.path("properties").path(key).path("description").asText())
                    .as("description of '%s' in '%s', see SchemaKeys", key, place)
                    .isNotEmpty();
              }
            });
  }

  @Test
  void theConditionsThatItProposesAreRight() throws IOException {
    JsonNode proposed =
        MAPPER.readTree(Rules.schema()).at("/definitions/rule/properties/condition/anyOf/0/enum");
    assertThat(proposed).hasSizeGreaterThan(10);
    for (JsonNode condition : proposed) {
      List<String> windows =
          List.of("", ", window: 5m", ", current_window: 1d, baseline_window: 7d");
      assertThat(windows)
          .as(condition.asText())
          .anySatisfy(
              window ->
                  assertThat(
                          Rules.check(
                                  "proposed.yaml",
                                  "rules: [{name: a, condition: '%s'%s}]"
                                      .formatted(condition.asText(), window))
                              .diagnostics())
                      .isEmpty());
    }
  }

  @Test
  void theEndsOfAParameterAreNumbersWithTheirUnits() {
    String text =
        """
        parameters: {a: {default: 5%%, min: %s, max: %s}}
        rules: [{name: a, condition: error_rate > $(a)}]
        """;
    assertThat(problems(text.formatted("0%", "99.9%"))).isEmpty();
    assertThat(problems(text.formatted("-1.5", "$2k"))).isEmpty();
    assertThat(problems(text.formatted("none", "99.9%"))).isNotEmpty();
    assertThat(problems(text.formatted("0%", "[99.9%]"))).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyGoodRuleFilePasses() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder :
        List.of(
            "examples",
            "engine/src/main/resources",
            "dsl-grammar/src/test/resources",
            "rule-packs/src/main/resources")) {
      try (Stream<Path> below = Files.walk(ROOT.resolve(folder))) {
        below
            .filter(file -> file.toString().endsWith(".yaml"))
            .filter(file -> !file.toString().endsWith("_test.yaml"))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(5);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(problems(Files.readString(file))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyMistakeThatASchemaCanSeeFails() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String folder : List.of("dsl-grammar/src/test/resources/diagnostics/files")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.sorted().forEach(file -> mistake(file).ifPresent(tests::add));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private static java.util.Optional<DynamicTest> mistake(Path file) {
    String name = file.getFileName().toString();
    String text = input(file);
    boolean visible =
        Rules.check(name, text).diagnostics().stream()
            .map(Diagnostic::code)
            .anyMatch(SEEN::contains);
    if (!visible || NOT_SEEN.contains(name) || !isPlainYaml(text)) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        DynamicTest.dynamicTest(name, () -> assertThat(problems(text)).isNotEmpty()));
  }

  private static String input(Path file) {
    try {
      return Files.readString(file).split("\n--------\n", 2)[0];
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isPlainYaml(String text) {
    try {
      new Yaml().load(text);
      return true;
    } catch (YAMLException e) {
      return false;
    }
  }

  private static Set<ValidationMessage> problems(String text) {
    return SCHEMA.validate(MAPPER.valueToTree(new Yaml().<Object>load(text)));
  }
}
