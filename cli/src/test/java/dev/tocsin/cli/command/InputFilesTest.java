package dev.tocsin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("alert_rules.yaml"), "rules: []");
    Files.writeString(folder.resolve("week.jsonl"), "{}");
  }

  @Test
  void acceptsARuleFileAndATrace() {
    assertThatCode(() -> InputFiles.check(at("alert_rules.yaml"), at("week.jsonl")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFileThatWasProbablyMeant() {
    assertThat(failure("alert_rule.yaml", "week.jsonl"))
        .isEqualTo("alert_rule.yaml: no such file | did you mean 'alert_rules.yaml'?");
  }

  @Test
  void namesWhatThereIsWhenNothingIsNear() {
    assertThat(failure("alert_rules.yaml", "nope"))
        .isEqualTo("nope: no such file | there is week.jsonl");
  }

  @Test
  void namesTheFolderThatIsMissing() {
    assertThat(failure("rules/alert_rules.yaml", "week.jsonl"))
        .isEqualTo("rules/alert_rules.yaml: no such file | there is no directory rules");
  }

  @Test
  void saysThatAFolderIsNoTrace() {
    assertThat(failure("alert_rules.yaml", "."))
        .isEqualTo(".: is a directory, expected a trace | there is ./week.jsonl");
  }

  @Test
  void noticesThatTheArgumentsAreSwapped() {
    assertThat(failure("week.jsonl", "alert_rules.yaml"))
        .isEqualTo(
            "the rules come first, then the trace | tocsin replay alert_rules.yaml week.jsonl");
  }

  @Test
  void noticesTwoRuleFiles() {
    assertThat(failure("alert_rules.yaml", "alert_rules.yaml"))
        .isEqualTo(
            "alert_rules.yaml: is a rule file, expected a trace"
                + " | a trace is JSON lines: .jsonl, .jsonl.gz or .jsonl.zst");
  }

  @Test
  void noticesTwoTraces() {
    assertThat(failure("week.jsonl", "week.jsonl"))
        .isEqualTo("week.jsonl: is a trace, expected a rule file | rule files are YAML: .yaml");
  }

  private String failure(String rules, String trace) {
    CommandFailure failure =
        catchThrowableOfType(CommandFailure.class, () -> InputFiles.check(at(rules), at(trace)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    String message = failure.getMessage() + failure.hint().map(hint -> " | " + hint).orElse("");
    return message.replace(folder + "/", "");
  }

  private Path at(String name) {
    return folder.resolve(name);
  }
}
