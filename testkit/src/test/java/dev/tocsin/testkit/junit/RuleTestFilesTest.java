package dev.tocsin.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class RuleTestFilesTest {
  static class Folder {
    @TestFactory
    Stream<DynamicNode> rules() {
      return RuleTestFiles.in("src/test/resources/rulepack/tests");
    }
  }

  @Test
  void everyTestOfAFolderIsATest() {
    Launched launched = Launched.of(Folder.class);

    assertThat(launched.passed())
        .as("%s", launched.failures())
        .hasSize(2)
        .first()
        .isEqualTo("a spike pages");
    assertThat(launched.passed()).last().asString().contains("nothing pages", "calm.jsonl");
    assertThat(launched.failures()).hasSize(2);
    Golden.compare(
        "junit/test-files.txt",
        String.join("\n\n", launched.failures()).replaceAll("\\S*/rulepack/", "rulepack/"));
  }

  static class OneFile {
    @TestFactory
    Stream<DynamicNode> rules() {
      return RuleTestFiles.in("rulepack/tests/slow_test.yaml");
    }
  }

  @Test
  void fileOnTheClassPathCanBeNamed() {
    assertThat(Launched.of(OneFile.class).passed()).hasSize(2);
  }

  @Test
  void folderWithoutTestFilesIsAnError() {
    assertThatThrownBy(() -> RuleTestFiles.in("rulepack/traces"))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageStartingWith("no test file of rules is in 'rulepack/traces'; looked in /");
  }
}
