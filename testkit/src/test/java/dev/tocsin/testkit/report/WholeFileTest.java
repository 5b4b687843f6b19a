package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anOlderFileStaysWhenTheNewOneFails() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .hasMessage(file + ": cannot be written: disk full");

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**part");
  }

  @Test
  void writersOfOneFileDoNotMix() throws IOException {
    Path file = folder.resolve("new/file");

    WholeFile.write(
        file,
        out -> {
          out.write(bytes("first "));
          WholeFile.write(file, inner -> inner.write(bytes("second")));
          assertThat(file).hasContent("second");
          out.write(bytes("to its end"));
        });

    assertThat(file).hasContent("first to its end");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**part");
  }
}
