package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.terminal.StyledOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StyledOutput err =
      new StyledOutput(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, 80);

  @Test
  void aBugIsOneLine() {
    assertThat(Failures.report(new IllegalStateException("no pane"), err, false)).isEqualTo(3);
    assertThat(written())
        .isEqualTo(
            "tocsin: internal error, this is a bug (--debug shows where):"
                + " java.lang.IllegalStateException: no pane\n");
  }

  @Test
  void debugShowsWhereTheBugIs() {
    assertThat(Failures.report(new StackOverflowError(), err, true)).isEqualTo(3);
    assertThat(written()).contains("\tat dev.tocsin.cli.FailuresTest.debugShowsWhere");
  }

  @Test
  void filesThatCannotBeReadAreNamed() {
    assertThat(Failures.report(new NoSuchFileException("a.yaml"), err, false)).isEqualTo(2);
    assertThat(Failures.report(new AccessDeniedException("b.yaml"), err, false)).isEqualTo(2);
    assertThat(Failures.report(new MalformedInputException(1), err, false)).isEqualTo(2);
    assertThat(
            Failures.report(
                new UncheckedIOException("cannot write", new java.io.IOException()), err, false))
        .isEqualTo(2);
    assertThat(written())
        .isEqualTo(
            """
            tocsin: a.yaml: no such file
            tocsin: b.yaml: permission denied
            tocsin: the rule file is not UTF-8 text
            tocsin: cannot write
            """);
  }

  @Test
  void outOfMemoryNamesTheWayOut() {
    assertThat(Failures.report(new OutOfMemoryError("heap"), err, false)).isEqualTo(3);
    assertThat(written()).contains("TOCSIN_JAVA_OPTS=-Xmx4g");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
