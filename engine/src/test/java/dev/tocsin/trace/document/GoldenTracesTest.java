package dev.tocsin.trace.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.trace.datadog.DatadogFormat;
import dev.tocsin.trace.langsmith.LangSmithFormat;
import dev.tocsin.trace.otlp.OtlpFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every trace of another system under {@code src/test/resources/traces} is read as. {@code
 * -Dtocsin.update-golden=true} writes it anew.
 */
class GoldenTracesTest {
  private static final Path FOLDER = Path.of("src/test/resources/traces");
  private static final List<TraceFormat> FORMATS =
      List.of(new OtlpFormat(), new LangSmithFormat(), new DatadogFormat());

  @TestFactory
  Stream<DynamicTest> traces() {
    return FORMATS.stream().flatMap(GoldenTracesTest::traces);
  }

  private static Stream<DynamicTest> traces(TraceFormat format) {
    Path folder = FOLDER.resolve(format.name());
    String[] names =
        folder.toFile().list((in, name) -> name.contains(".json") && !name.endsWith(".txt"));
    assertThat(names).isNotEmpty();
    return Arrays.stream(names)
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(format, folder.resolve(name))));
  }

  private static void compare(TraceFormat format, Path trace) throws IOException {
    String content = Files.readString(trace);
    byte[] head = Arrays.copyOf(Files.readAllBytes(trace), Math.min((int) Files.size(trace), 4096));
    for (TraceFormat each : FORMATS) {
      assertThat(each.recognises(head)).as(each.name()).isEqualTo(each == format);
    }
    String read = String.join("\n", Recorded.texts(format, content)) + "\n";
    Path golden = trace.resolveSibling(trace.getFileName() + ".txt");
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(golden, read);
    } else {
      assertThat(read).isEqualTo(Files.readString(golden));
    }
  }
}
