package dev.tocsin.plan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code plan-diagnostics} holds a rule file that reads well but means nothing and,
 * below a line of dashes, what its author is told. {@code -Dtocsin.update-golden=true} writes that
 * part anew.
 */
class PlanDiagnosticsTest {
  private static final Path FOLDER = Path.of("src/test/resources/plan-diagnostics");
  private static final String DIVIDER = "\n--------\n";

  @TestFactory
  Stream<DynamicTest> wrongRules() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThan(40);
      return all.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }
  }

  private static void compare(Path file) throws IOException {
    String golden = Files.readString(file);
    int divider = golden.indexOf(DIVIDER);
    String rules = divider < 0 ? golden.stripTrailing() : golden.substring(0, divider);

    InvalidRulesException wrong =
        catchThrowableOfType(
            InvalidRulesException.class, () -> Rules.parse("alert_rules.yaml", rules));

    assertThat(wrong).as("an error in %s", file).isNotNull();
    assertThat(wrong.diagnostics())
        .as("found by the planner, or by the reader of durations; never a matter of syntax")
        .allMatch(d -> d.code().id().matches("TC[345].*") || d.code() == Code.BAD_DURATION);
    String expected = rules + DIVIDER + wrong.getMessage() + "\n";
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.writeString(file, expected);
    } else {
      assertThat(golden).isEqualTo(expected);
    }
  }
}
