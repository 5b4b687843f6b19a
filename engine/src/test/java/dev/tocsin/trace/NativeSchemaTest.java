package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.document.Recorded;
import dev.tocsin.trace.record.BadEventException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/trace-format.md and its JSON Schema against the reader and the writer. */
class NativeSchemaTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern ROW = Pattern.compile("^\\| (`[a-z_`, ]+`) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode TEXT = schema();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(TEXT);

  private static JsonNode schema() {
    try {
      return JSON.readTree(Files.readString(DOCS.resolve("trace-format.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isValid(String line) {
    return SCHEMA.validate(line, InputFormat.JSON).isEmpty();
  }

  private static ObjectNode fields(String type) {
    return (ObjectNode) TEXT.at("/definitions/" + type + "/properties");
  }

  /** A line with the example of each field. */
  private static ObjectNode example(String type) {
    ObjectNode line = JSON.createObjectNode();
    fields(type)
        .properties()
        .forEach(field -> line.set(field.getKey(), field.getValue().at("/examples/0")));
    return line.put("type", type);
  }

  @Test
  void thePageAndTheSchemaHaveTheSameFieldsOfACall() throws IOException {
    String page = Files.readString(DOCS.resolve("trace-format.md"));
    String tables = page.substring(page.indexOf("## Every event"), page.indexOf("## The others"));
    Set<String> named = new TreeSet<>();
    Matcher rows = ROW.matcher(tables);
    while (rows.find()) {
      NAME.matcher(rows.group(1)).results().forEach(name -> named.add(name.group(1)));
    }
    Set<String> known = new TreeSet<>();
    fields("call").fieldNames().forEachRemaining(known::add);
    assertThat(known).isEqualTo(named);
  }

  @Test
  void eachFieldOfACallIsReadAndWritten() throws IOException, BadEventException {
    ObjectNode example = example("call");
    Call call = (Call) Reading.line(example.toString());
    assertThat(call.attributes()).isEqualTo(Map.of("tenant", "acme"));
    ObjectNode written = (ObjectNode) JSON.readTree(Recorded.text(call));
    Set<String> names = new TreeSet<>();
    written.fieldNames().forEachRemaining(names::add);
    Set<String> known = new TreeSet<>();
    example.fieldNames().forEachRemaining(known::add);
    assertThat(names).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call", "score", "deployment", "measure"})
  void whatIsWrittenFollowsTheSchema(String type) throws IOException, BadEventException {
    String line = example(type).toString();
    assertThat(isValid(line)).isTrue();
    Event event = Reading.line(line);
    assertThat(isValid(Recorded.text(event))).isTrue();
    assertThat(Reading.line(Recorded.text(event))).usingRecursiveComparison().isEqualTo(event);
  }

  /** Each field of each type with values of every kind: the schema and the reader agree. */
  @TestFactory
  Stream<DynamicTest> theSchemaRefusesWhatTheReaderRefuses() {
    return Stream.of("call", "score", "deployment", "measure")
        .flatMap(
            type ->
                example(type).properties().stream()
                    .map(Map.Entry::getKey)
                    .map(
                        name ->
                            DynamicTest.dynamicTest(type + " " + name, () -> agree(type, name))));
  }

  private static void agree(String type, String name) throws IOException {
    for (String value :
        List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "\"x\"",
            "[]",
            "[\"x\"]",
            "[1]",
            "{}",
            "{\"a\":\"x\"}")) {
      ObjectNode line = example(type);
      line.set(name, JSON.readTree(value));
      assertThat(isValid(line.toString())).as("%s", line).isEqualTo(isRead(line.toString()));
      line.remove(name);
      assertThat(isValid(line.toString())).as("%s", line).isEqualTo(isRead(line.toString()));
    }
  }

  private static boolean isRead(String line) {
    try {
      Reading.line(line);
      return true;
    } catch (BadEventException e) {
      return false;
    }
  }

  @Test
  void theVersionIsWrittenAndReadAnywhere() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out)) {
      writer.writeVersion();
      writer.write(Call.atNanos(1).build());
      writer.writeVersion();
      writer.write(Call.atNanos(2).build());
    }
    String written = out.toString(StandardCharsets.UTF_8);
    assertThat(written).startsWith("{\"type\":\"trace\",\"version\":1}\n").hasLineCount(4);
    assertThat(isValid(written.lines().findFirst().orElseThrow())).isTrue();
    Read read = Read.of(new NativeFormat(), written);
    assertThat(read.events()).hasSize(2);
    assertThat(read.bad()).isEmpty();
    assertThat(read.passedOver()).isEmpty();
  }

  @Test
  void aNewerVersionIsRefusedWhereItBegins() throws IOException {
    var records =
        new NativeFormat()
            .open(
                new java.io.ByteArrayInputStream(
                    "{\"time\":1790000000001}\n{\"type\":\"trace\",\"version\":2}\n{\"time\":1790000000002}\n"
                        .getBytes(StandardCharsets.UTF_8)),
                true);
    List<TraceRecord> before = new ArrayList<>();
    before.add(records.next());
    assertThat(before).first().isInstanceOf(TraceRecord.Good.class);
    assertThatThrownBy(records::next)
        .isInstanceOf(IOException.class)
        .hasMessage("it is in version 2 of the native trace format; this Tocsin reads version 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"trace\"}", "{\"type\":\"trace\",\"version\":0}"})
  void aVersionThatIsNoneIsBad(String line) throws IOException {
    assertThat(isValid(line)).isFalse();
    assertThat(Read.of(new NativeFormat(), line).bad())
        .containsExactly("1: version must be a whole number from 1");
  }
}
