package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
  private static final String MESSY = "rules:\n- condition: daily_cost>1\n  name:  a # why\n";
  private static final String CANONICAL =
      "rules:\n  - name: a # why\n    condition: daily_cost > 1\n";
  private static final String MESSY_TESTS =
      "tests:\n- {trace: a.jsonl, name: x, expect: [{trace: {calls: 1}}]}\nrules: [ a.yaml ]\n";
  private static final String CANONICAL_TESTS =
      "rules: [a.yaml]\ntests:\n  - {name: x, trace: a.jsonl, expect: [{trace: {calls: 1}}]}\n";
  private static final String BROKEN = "rules:\n- name: a\n  condition: daily_cost >\n";
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, LONG_AGO);
    return file;
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("fmt"), Stream.of(arguments)).toArray()).without(folder);
  }

  @Test
  void filesAreWrittenAnewInPlaceAndNamed() throws IOException {
    Path rules = write("a.yaml", MESSY);
    Path tests = write("a_test.yaml", MESSY_TESTS);
    Path ready = write("b.yaml", CANONICAL);

    Run run = run(folder);

    assertThat(run)
        .isEqualTo(new Run(0, "a.yaml\na_test.yaml\n", "2 files formatted, 1 unchanged\n"));
    assertThat(rules).hasContent(CANONICAL);
    assertThat(tests).hasContent(CANONICAL_TESTS);
    assertThat(Files.getLastModifiedTime(ready)).isEqualTo(LONG_AGO);
    assertThat(run(folder)).isEqualTo(new Run(0, "", "0 files formatted, 3 unchanged\n"));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void checkNamesTheFilesAndWritesNothing() throws IOException {
    Path rules = write("a.yaml", MESSY);
    write("b.yaml", CANONICAL);

    assertThat(run("--check", folder))
        .isEqualTo(new Run(1, "a.yaml\n", "1 file would change, 1 unchanged\n"));
    assertThat(Files.readString(rules)).isEqualTo(MESSY);
    assertThat(run("--check", folder.resolve("b.yaml")).exitCode()).isZero();
  }

  @Test
  void diffShowsWhatWouldChange() throws IOException {
    Path rules = write("a.yaml", MESSY);

    assertThat(run("--diff", rules))
        .isEqualTo(
            new Run(
                1,
                """
                --- a.yaml
                +++ a.yaml
                @@ -1,3 +1,3 @@
                 rules:
                -- condition: daily_cost>1
                -  name:  a # why
                +  - name: a # why
                +    condition: daily_cost > 1
                """,
                "1 file would change, 0 unchanged\n"));
    assertThat(Files.readString(rules)).isEqualTo(MESSY);
  }

  @Test
  void aFileWithErrorsIsNotTouchedAndHidesNothingOfTheOthers() throws IOException {
    Path broken = write("a.yaml", BROKEN);
    Path rules = write("b.yaml", MESSY);
    write("c.yaml", "%YAML 1.1\n---\nrules: []\n");
    Files.write(folder.resolve("d.yaml"), new byte[] {'r', (byte) 0xff});

    Run run = run(folder, folder.resolve("e.yaml"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("b.yaml\n");
    Golden.compare("fmt-errors", run.err());
    assertThat(broken).hasContent(BROKEN);
    assertThat(rules).hasContent(CANONICAL);
    assertThat(run(broken).exitCode()).isEqualTo(1);
    assertThat(run(folder.resolve("c.yaml")).exitCode()).isZero();
  }

  @Test
  void markAndLineEndsOfOtherSystemsGo() throws IOException {
    Path rules = write("a.yaml", "\ufeff" + CANONICAL.replace("\n", "\r\n"));

    assertThat(run(rules).out()).isEqualTo("a.yaml\n");
    assertThat(Files.readString(rules)).isEqualTo(CANONICAL);
  }

  @Test
  void permissionsStayAndLinksAreFollowed() throws IOException {
    Path rules = write("a.yaml", MESSY);
    Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), rules);

    assertThat(run(link).out()).isEqualTo("link.yaml\n");

    assertThat(link).isSymbolicLink();
    assertThat(rules).hasContent(CANONICAL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rules)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFileInAFolderThatNobodyMayWriteToStaysAsItWas() throws IOException {
    Path sealed = Files.createDirectory(folder.resolve("sealed"));
    Path rules = Files.writeString(sealed.resolve("a.yaml"), MESSY);
    Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(sealed)).as("root may write everywhere").isFalse();
    try {
      assertThat(run(rules))
          .isEqualTo(
              new Run(
                  2,
                  "",
                  """
                  tocsin: sealed/a.yaml: cannot be written, and is as it was: permission denied
                  0 files formatted, 0 unchanged, 1 not read or written
                  """));
      assertThat(Files.readString(rules)).isEqualTo(MESSY);
    } finally {
      Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void standardInputGoesToStandardOutput() {
    assertThat(withInput(MESSY, "-")).isEqualTo(new Run(0, CANONICAL, ""));
    assertThat(withInput(MESSY_TESTS, "-")).isEqualTo(new Run(0, CANONICAL_TESTS, ""));
    assertThat(withInput(MESSY, "--check", "-")).isEqualTo(new Run(1, "", ""));
    assertThat(withInput(CANONICAL, "--check", "-")).isEqualTo(new Run(0, "", ""));
    assertThat(withInput(MESSY, "--diff", "-").out()).startsWith("--- <stdin>\n");
    assertThat(withInput(BROKEN, "-").exitCode()).isEqualTo(1);
    assertThat(withInput(BROKEN, "-").out()).isEmpty();
    assertThat(withInput("%YAML 1.1\n---\nrules:   []", "-").out())
        .isEqualTo("%YAML 1.1\n---\nrules:   []");
  }

  @Test
  void standardInputStandsAlone() {
    assertThat(withInput(MESSY, "-", "a.yaml").exitCode()).isEqualTo(2);
  }

  private Run withInput(String text, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
