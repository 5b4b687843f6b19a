package dev.tocsin.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traces are what MakeTraces writes from the published data sets. */
class MakeTracesTest {
  private static final Path TRACES =
      Path.of(System.getProperty("tocsin.root", ".."), "examples", "traces");
  private static final Path DATA =
      Path.of(System.getProperty("tocsin.shared", "../../shared"), "data");

  @TempDir Path made;

  @Test
  void theTracesRegenerate() throws IOException, InterruptedException {
    assumeThat(DATA.resolve("llmdrift")).as("the data sets beside the checkout").isDirectory();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                TRACES.resolve("MakeTraces.java").toString(),
                DATA.toString(),
                made.toString())
            .redirectErrorStream(true)
            .redirectOutput(made.resolve("output").toFile())
            .start();

    assertThat(process.waitFor()).as(() -> read(made.resolve("output"))).isZero();
    List<Path> traces = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(made, "*.gz")) {
      files.forEach(traces::add);
    }
    assertThat(traces).hasSize(6);
    for (Path trace : traces) {
      assertThat(content(trace))
          .as("%s", trace.getFileName())
          .isEqualTo(content(TRACES.resolve(trace.getFileName())));
    }
  }

  /** Another zlib may compress differently; the lines are the same. */
  private static byte[] content(Path trace) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(trace))) {
      return in.readAllBytes();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
