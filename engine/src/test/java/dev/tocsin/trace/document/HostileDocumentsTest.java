package dev.tocsin.trace.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.datadog.DatadogFormat;
import dev.tocsin.trace.langsmith.LangSmithFormat;
import dev.tocsin.trace.otlp.OtlpFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a trace, its records are events, bad, or passed over; nothing is thrown. */
class HostileDocumentsTest {
  private static final Path FOLDER = Path.of("src/test/resources/traces");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TraceFormat> FORMATS =
      List.of(new OtlpFormat(), new LangSmithFormat(), new DatadogFormat());
  private static final List<String> FRAGMENTS =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "-",
          "e999999999",
          "e99999999999",
          "\n",
          "\r",
          "\0",
          "\\",
          "\\ud800",
          "{\"a\":",
          "true",
          "0",
          "\u0080");
  private static final List<String> OTHERS =
      List.of(
          "null",
          "7",
          "-1",
          "0",
          "\"x\"",
          "\"\"",
          "true",
          "[]",
          "{}",
          "[[1]]",
          "{\"a\":[{}]}",
          "1e300",
          "-1e300",
          "1e-300",
          "9223372036854775807",
          "\"9223372036854775807\"",
          "99999999999999999999999",
          "\"1e999999999\"",
          "\"[{]\"",
          "\"[[[[[[[[[[[[1]]]]]]]]]]]]\"",
          "\"2026-10-03T10:15:00\"",
          "[\"stop\",null,{}]",
          "4611686018427387904");

  @Property(tries = 1500)
  void changedBytes(@ForAll("traces") Path trace, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Files.readAllBytes(trace);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = changed(bytes, random);
    }
    read(bytes);
  }

  @Property(tries = 3000)
  void changedValues(@ForAll("traces") Path trace, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder changed = new StringBuilder();
    for (JsonNode document : documents(trace)) {
      List<Runnable> places = new ArrayList<>();
      places(document, random, places);
      for (int changes = random.nextInt(4); changes > 0 && !places.isEmpty(); changes--) {
        places.get(random.nextInt(places.size())).run();
      }
      changed.append(document).append('\n');
    }
    read(changed.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] bytes) throws IOException {
    for (TraceFormat format : FORMATS) {
      format.recognises(Arrays.copyOf(bytes, Math.min(bytes.length, 4096)));
      for (TraceRecord record : Recorded.records(format, bytes)) {
        assertThat(record.line()).isPositive();
        if (record instanceof TraceRecord.Good good) {
          assertThat(good.event().timeNanos()).isNotNegative();
        } else {
          assertThat(Recorded.text(record))
              .doesNotContain("jackson", "Feature")
              .hasSizeLessThan(500);
        }
      }
    }
  }

  private static List<JsonNode> documents(Path trace) throws IOException {
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(whole(trace))) {
      return values.readAll();
    }
  }

  /** Without the line that is broken on purpose. */
  private static String whole(Path trace) throws IOException {
    return Files.readString(trace)
        .lines()
        .filter(line -> !line.endsWith("\"5b8efff798038103d269b6"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static void places(JsonNode node, Random random, List<Runnable> places)
      throws IOException {
    if (node instanceof ObjectNode object) {
      for (String name : object.properties().stream().map(each -> each.getKey()).toList()) {
        places.add(() -> object.set(name, other(random)));
        places(object.get(name), random, places);
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        int place = i;
        places.add(() -> list.set(place, other(random)));
        places(list.get(i), random, places);
      }
    }
  }

  private static JsonNode other(Random random) {
    try {
      return JSON.readTree(OTHERS.get(random.nextInt(OTHERS.size())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] fragment =
        FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(90)));
      case 2 -> joined(bytes, at, fragment, at);
      default -> joined(bytes, at, fragment, Math.min(bytes.length, at + 1));
    };
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] joined = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
    System.arraycopy(middle, 0, joined, head, middle.length);
    System.arraycopy(bytes, tail, joined, head + middle.length, bytes.length - tail);
    return joined;
  }

  @Provide
  Arbitrary<Path> traces() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return Arbitraries.of(
          files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList());
    }
  }
}
