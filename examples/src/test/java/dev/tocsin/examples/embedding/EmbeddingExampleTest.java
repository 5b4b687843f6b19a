package dev.tocsin.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.examples.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {
  private static final Path SOURCE =
      Checkout.EXAMPLES.resolve(
          "src/main/java/dev/tocsin/examples/embedding/EmbeddingExample.java");

  @Test
  void theAlertComesOut() throws InterruptedException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    try {
      EmbeddingExample.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .endsWith(" FIRING critical error_rate_spike: error_rate is 0.5, threshold > 0.05");
  }

  @Test
  void theReadmeShowsTheseLines() throws IOException {
    Optional<String> shown = Snippet.fenced(Checkout.ROOT.resolve("README.md"), "embedding");
    assumeThat(shown).as("a block of Java after <!-- embedding --> in the README").isPresent();
    assertThat(shown).contains(Snippet.tagged(SOURCE, "readme"));
  }
}
