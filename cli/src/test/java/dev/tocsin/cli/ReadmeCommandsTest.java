package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the README gives run as it says. */
@DisabledOnOs(OS.WINDOWS)
class ReadmeCommandsTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tocsin.root")));
  private static final String PROGRAM = "./tocsin ";
  private static final String SECTION = "## Before a rule is deployed";

  @TempDir private Path folder;

  @Test
  void beforeARuleIsDeployed() throws IOException, InterruptedException {
    int ran = 0;
    for (String command : commands()) {
      if (command.startsWith(PROGRAM)) {
        Run run = run(command);
        int expected = command.contains("--fail-on added") ? 1 : 0;
        assertThat(run.exitCode())
            .as("%s%n%s%s", command, run.out(), run.err())
            .isEqualTo(expected);
        ran++;
      } else {
        shell(command);
      }
    }

    assertThat(ran).isEqualTo(5);
    assertThat(folder)
        .isDirectoryContaining("glob:**/alert_rules.yaml")
        .isDirectoryContaining("glob:**/alert_rules_test.yaml")
        .isDirectoryContaining("glob:**/report.html");
    assertThat(run("./tocsin test /tmp/alert_rules_test.yaml").exitCode()).isZero();
  }

  /** In blocks for the shell, a line each. */
  private static List<String> commands() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int from = readme.indexOf(SECTION);
    String section = readme.substring(from, readme.indexOf("\n## ", from + 1));
    return Arrays.stream(section.split("```"))
        .filter(block -> block.startsWith("sh\n"))
        .flatMap(block -> block.lines().skip(1))
        .filter(line -> !line.isBlank())
        .toList();
  }

  private String here(String text) {
    return text.replace("/tmp/", folder + "/").replace("--mutate", "--mutate --budget 1s");
  }

  private Run run(String command) {
    Object[] words =
        Arrays.stream(here(command).substring(PROGRAM.length()).split(" +"))
            .map(word -> word.startsWith("examples") ? ROOT.resolve(word).toString() : word)
            .toArray();
    return Run.of(words);
  }

  private void shell(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", here(command)).directory(ROOT.toFile()).inheritIO().start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(command).isZero();
  }
}
