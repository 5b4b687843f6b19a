package dev.tocsin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.testfile.WrittenTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code diagnostics/traces} holds wrong events or faults and, below a line of
 * dashes, what their author is told. {@code -Dtocsin.update-golden=true} writes that part anew.
 */
class DiagnosticsOfTracesTest {
  private static final Path FOLDER = Path.of("src/test/resources/diagnostics/traces");
  private static final String DIVIDER = "\n--------\n";

  @TestFactory
  Stream<DynamicTest> areAsTheyWereReviewed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }
  }

  private static void compare(Path file) throws IOException {
    String golden = Files.readString(file);
    int divider = golden.indexOf(DIVIDER);
    String input = divider < 0 ? golden.stripTrailing() : golden.substring(0, divider);
    WrittenTrace written = WrittenTrace.read(input);
    assertThat(written.diagnostics().hasErrors()).as("an error in %s", file).isTrue();
    String expected = input + DIVIDER + written.told() + "\n";
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(file, expected);
    } else {
      assertThat(golden).isEqualTo(expected);
    }
  }
}
