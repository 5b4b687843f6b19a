package dev.tocsin.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.testfile.WrittenTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/test-files/events-and-faults.md: its examples load. */
class EventsAndFaultsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tocsin.root")).resolve("docs/test-files/events-and-faults.md");
  private static final Pattern YAML =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("^\\| `([^`]+)` \\|.*\\| numbers \\|$", Pattern.MULTILINE);
  private static final Pattern EFFECT =
      Pattern.compile("^\\| `(\\w+: [^`]+)` \\|", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> examplesLoad() throws IOException {
    List<String> blocks = found(YAML);
    assertThat(blocks).hasSizeGreaterThan(3);
    return blocks.stream().map(text -> DynamicTest.dynamicTest(text.strip(), () -> loads(text)));
  }

  private static void loads(String text) {
    WrittenTrace written = WrittenTrace.of(text);
    boolean generates = text.startsWith("events:");
    assertThat(written.events().isEmpty()).isNotEqualTo(generates || text.contains("deployment"));
    assertThat(written.faults().marks().isEmpty()).isEqualTo(generates);
  }

  @Test
  void valuesAndEffectsOfTheTablesLoad() throws IOException {
    assertThat(found(VALUE))
        .hasSize(5)
        .allSatisfy(value -> WrittenTrace.of("events: [{latency: " + value + "}]"));
    assertThat(found(EFFECT))
        .hasSize(10)
        .allSatisfy(effect -> WrittenTrace.of("inject: [{" + effect + "}]"));
  }

  private static List<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(PAGE))
        .results()
        .map(result -> result.group(1))
        .toList();
  }
}
