package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.Utf8File;
import dev.tocsin.dsl.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code alert_rules_test.yaml}. Never throws on what an author wrote; reports all problems
 * at once and returns what could be read. Run nothing when there are errors.
 */
public final class TestFileReader {
  private static final String FILE = "begin with 'rules:' and 'tests:'";
  private static final String TEST =
      "as in: {name: slow answers page, trace: march.jsonl.gz, expect: [{alert: slow, fires:"
          + " 10:05}]}";

  private final Source source;
  private final NodeReader reader;

  private TestFileReader(Source source, NodeReader reader) {
    this.source = source;
    this.reader = reader;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read; what is wrong inside it is a diagnostic
   */
  public static TestFile read(Path path, Diagnostics diagnostics) throws IOException {
    return read(Utf8File.read(path, diagnostics), diagnostics);
  }

  /** Reads a text. */
  public static TestFile read(Source source, Diagnostics diagnostics) {
    TestFile nothing = new TestFile(source, List.of(), Optional.empty(), List.of());
    return YamlText.read(source, FILE, diagnostics)
        .flatMap(text -> new TestFileReader(source, text.reader()).file(text.root()))
        .orElse(nothing);
  }

  private Optional<TestFile> file(Node root) {
    return KeyedMapping.read(root, TestPlace.FILE, FILE, reader)
        .map(
            written ->
                new TestFile(
                    source,
                    written
                        .required("rules")
                        .map(node -> reader.texts(node, "a list of rule files"))
                        .orElse(List.of()),
                    written.get("zone").flatMap(this::zone),
                    written.required("tests").map(this::tests).orElse(List.of())));
  }

  private Optional<Located<String>> zone(Node node) {
    return reader.text(node, "a zone such as Europe/Berlin");
  }

  private List<TestDefinition> tests(Node node) {
    Map<String, Located<String>> names = new HashMap<>();
    return KeyedMapping.list(
        node, TestPlace.TEST, "tests", TEST, reader, written -> test(written, names));
  }

  private Optional<TestDefinition> test(KeyedMapping written, Map<String, Located<String>> names) {
    Optional<Located<String>> name =
        written.required("name").flatMap(node -> reader.text(node, "the name of the test"));
    name.ifPresent(found -> unique(found, names));
    TimePointReader times = new TimePointReader(reader);
    List<Located<String>> traces =
        written.get("trace").map(node -> reader.texts(node, "a trace file")).orElse(List.of());
    List<Expectation> expect =
        written.required("expect").map(new ExpectationReader(reader)::read).orElse(List.of());
    traffic(written);
    return name.map(
        found ->
            new TestDefinition(
                found,
                traces,
                written.get("events").map(new EventsReader(reader)::read).orElse(List.of()),
                written.get("start").flatMap(times::read),
                written.get("until").flatMap(times::read),
                written.get("drain").flatMap(reader::bool).orElse(false),
                written.get("allowed_lateness").flatMap(new DurationReader(reader)::zeroOrMore),
                written.get("inject").map(new FaultReader(reader)::read).orElse(List.of()),
                expect,
                written.span()));
  }

  /** Recorded, or generated. */
  private void traffic(KeyedMapping written) {
    boolean trace = written.get("trace").isPresent();
    boolean events = written.get("events").isPresent();
    if (trace && events) {
      reader.error(
          Code.KEYS_CONFLICT,
          reader.span(written.get("events").orElseThrow()),
          "'events' beside 'trace'",
          Optional.of("a test runs on recorded events or on generated ones"));
    }
    if (trace && written.get("start").isPresent()) {
      reader.error(
          Code.KEYS_CONFLICT,
          reader.span(written.get("start").orElseThrow()),
          "'start' beside 'trace'",
          Optional.of("a recorded trace begins when it did"));
    }
    if (!trace
        && !events
        && !TestPlace.TEST.isMisspelt("trace", written.entries())
        && !TestPlace.TEST.isMisspelt("events", written.entries())) {
      reader.error(
          Code.MISSING_KEY,
          written.span(),
          "a test needs 'trace' or 'events'",
          Optional.of("as in: trace: march.jsonl.gz"));
    }
  }

  private void unique(Located<String> name, Map<String, Located<String>> names) {
    Located<String> first = names.putIfAbsent(name.value(), name);
    if (first != null) {
      reader.error(
          Code.DUPLICATE_NAME,
          name.span(),
          "duplicate test '%s', first in line %d"
              .formatted(name.value(), source.line(first.span().start())),
          Optional.empty());
    }
  }
}
