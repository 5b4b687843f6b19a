package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTest {
  @TempDir Path folder;

  @Test
  void theOwnerKeepsTheLockWhoeverAsks() throws Exception {
    Directory directory = new Directory(folder.resolve("store"));
    directory.prepare();
    assertThat(OwnerLock.holder(directory)).isEmpty();
    OwnerLock lock = OwnerLock.take(directory);
    try {
      assertThatThrownBy(() -> OwnerLock.take(new Directory(folder.resolve("./store"))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("belongs to process " + ProcessHandle.current().pid());
      assertThat(OwnerLock.holder(directory)).hasValueSatisfying(this::isUs);
      assertThat(anotherProcessFinds(directory)).isEqualTo("taken");
    } finally {
      lock.close();
    }
    assertThat(anotherProcessFinds(directory)).isEqualTo("free");
    assertThat(OwnerLock.holder(directory)).isEmpty();
    OwnerLock.take(directory).close();
  }

  private void isUs(String owner) {
    assertThat(owner).startsWith("process " + ProcessHandle.current().pid() + " since ");
  }

  private static String anotherProcessFinds(Directory directory)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                LockProbe.class.getName(),
                directory.owner().toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return said;
  }
}
