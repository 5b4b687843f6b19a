package dev.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WatchedOutputTest {

  @Test
  void tellsWhenTheReaderIsGone() {
    assertThatThrownBy(() -> printTo("Broken pipe")).isInstanceOf(OutputClosed.class);
  }

  @Test
  void tellsWhenTheDiskIsFull() {
    assertThatThrownBy(() -> printTo("No space left on device"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the output: No space left on device");
  }

  private static void printTo(String failure) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    PrintStream stream = new PrintStream(new WatchedOutput(failing), true, StandardCharsets.UTF_8);
    stream.println("text");
  }
}
