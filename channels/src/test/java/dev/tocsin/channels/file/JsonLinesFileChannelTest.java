package dev.tocsin.channels.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesFileChannelTest implements ChannelContract {
  @TempDir Path folder;

  @Override
  public Channel plugin() {
    return new JsonLinesFileChannel(file());
  }

  @Override
  public List<String> delivered() throws IOException {
    return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
  }

  @Test
  void goesOnInANewFileWhenTheOldOneIsMovedAway() throws Exception {
    Channel channel = plugin();
    channel.send(SampleMessages.firing("one"));
    Files.move(file(), folder.resolve("rotated"));
    channel.send(SampleMessages.firing("two"));
    assertThat(delivered()).singleElement().asString().contains("two");
  }

  @Test
  void aPathThatCannotBeWrittenIsAFailure() throws IOException {
    Files.writeString(folder.resolve("alerts"), "a file where a folder should be");
    assertThatThrownBy(() -> plugin().send(SampleMessages.heartbeat()))
        .isInstanceOf(IOException.class);
  }

  private Path file() {
    return folder.resolve("alerts/alerts.jsonl");
  }
}
