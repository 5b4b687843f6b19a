package dev.tocsin.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule file of the examples loads. */
class RuleFilesTest {
  @TestFactory
  Stream<DynamicTest> load() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Checkout.EXAMPLES)) {
      files =
          all.filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !file.toString().endsWith("_test.yaml"))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(Rules.load(file).rules()).isNotEmpty()));
  }
}
