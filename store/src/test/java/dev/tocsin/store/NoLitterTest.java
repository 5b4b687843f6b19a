package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process with a store writes nothing outside of its directory, also when it is killed. */
@Timeout(60)
class NoLitterTest {
  @TempDir Path folder;

  @Test
  void nothingIsLeftElsewhere() throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temp = Files.createDirectory(folder.resolve("temp"));
    Path here = Files.createDirectory(folder.resolve("here"));
    Path log = folder.resolve("log");
    for (boolean kill : List.of(true, false)) {
      ProcessBuilder builder =
          Child.command(
              KilledProcessTest.Traffic.class.getName(),
              true,
              folder.resolve("store").toString(),
              "300",
              kill ? "5" : "0");
      List<String> command = new ArrayList<>(builder.command());
      command.addAll(1, List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temp));
      Process child =
          builder
              .command(command)
              .directory(here.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (kill) {
        Awaitility.await().until(() -> batches(folder.resolve("store/journal.head")) > 2);
        child.destroyForcibly();
      }
      child.waitFor();
    }
    assertThat(Files.readString(log)).contains("inputs replayed");
    for (Path elsewhere : List.of(home, temp, here)) {
      assertThat(hasFiles(elsewhere)).as("%s", elsewhere).isFalse();
    }
  }

  /** The place of the last one. */
  private static long batches(Path head) throws IOException {
    byte[] bytes = Files.exists(head) ? Files.readAllBytes(head) : new byte[0];
    return bytes.length < Long.BYTES ? -1 : ByteBuffer.wrap(bytes).getLong();
  }

  private static boolean hasFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isPresent();
    }
  }
}
