package dev.tocsin.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.examples.Checkout;
import dev.tocsin.examples.embedding.Snippet;
import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.RuleTestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/testing.md shows is what the tests do. */
class TestingPageTest {
  private static final Path PAGE = Checkout.ROOT.resolve("docs/testing.md");
  private static final Path README = Checkout.ROOT.resolve("README.md");
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
  void theReadmeShowsOneOfThem() throws IOException {
    assertThat(Snippet.fenced(README, "rules on traces"))
        .contains(Snippet.tagged(TESTS.resolve("RulesOnTracesTest.java"), "readme"));
  }

  @Test
  void theTestFilesOfThePagesPass(@TempDir Path folder) throws IOException {
    for (Path page : List.of(README, Checkout.ROOT.resolve("docs/test-files.md"))) {
      Path file = Files.writeString(folder.resolve("page_test.yaml"), testFile(page));
      CheckedTests checked = RuleTestFile.check(file);
      assertThat(checked.diagnostics()).as(page.toString()).isEmpty();
      assertThat(checked.tests()).isNotEmpty().allMatch(test -> test.run().passed());
    }
  }

  /** The first block of YAML that is a test file, with the files of the examples. */
  private static String testFile(Path page) throws IOException {
    Matcher block =
        Pattern.compile("```yaml\n((?:#.*\n)?rules: \\[alert_rules_small.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(page));
    assertThat(block.find()).as("a test file in " + page).isTrue();
    return block
        .group(1)
        .replace("[alert_rules_small.yaml]", "[" + Checkout.EXAMPLES + "/alert_rules_small.yaml]")
        .replace("trace: traces/", "trace: " + Checkout.EXAMPLES + "/traces/");
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
