package dev.tocsin.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.examples.Checkout;
import dev.tocsin.examples.embedding.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows is what the tests do. */
class TestingPageTest {
  private static final Path PAGE = Checkout.ROOT.resolve("docs/testing.md");
  private static final Path TESTS =
      Checkout.EXAMPLES.resolve("src/test/java/dev/tocsin/examples/testing");
  private static final Path BROKEN =
      Checkout.ROOT.resolve("testkit/src/test/resources/golden/broken/fires-later.txt");

  @Test
  void showsTheTestsOfRules() throws IOException {
    assertThat(Snippet.fenced(PAGE, "rules on traces"))
        .contains(Snippet.tagged(TESTS.resolve("RulesOnTracesTest.java"), "docs"));
  }

  @Test
  void showsTheTestsOfTestFiles() throws IOException {
    assertThat(Snippet.fenced(PAGE, "test files"))
        .contains(Snippet.tagged(TESTS.resolve("RulesOnTracesTest.java"), "files"));
  }

  @Test
  void showsTheTestOfAService() throws IOException {
    assertThat(Snippet.fenced(PAGE, "a service"))
        .contains(Snippet.tagged(TESTS.resolve("ServiceAlertsTest.java"), "docs"));
  }

  @Test
  void showsWhatAFailureSays() throws IOException {
    assertThat(Files.readString(PAGE)).contains(Files.readString(BROKEN));
  }
}
