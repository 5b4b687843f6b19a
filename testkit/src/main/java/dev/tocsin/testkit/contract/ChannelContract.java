package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.api.spi.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every channel that works. */
public interface ChannelContract extends PluginContract<Channel> {

  /** What a channel made by {@link #plugin} has delivered so far, one text a message, in order. */
  List<String> delivered() throws Exception;

  /** Whether heartbeats go through it; there are receivers that have no place for them. */
  default boolean carriesHeartbeats() {
    return true;
  }

  @Test
  default void deliversInOrder() throws Exception {
    Channel channel = plugin();
    int before = delivered().size();
    channel.send(SampleMessages.firing("first"));
    channel.send(SampleMessages.resolved("first"));
    channel.send(SampleMessages.heartbeat());
    channel.close();
    List<String> after = delivered();
    assertThat(after).hasSize(before + (carriesHeartbeats() ? 3 : 2));
    assertThat(after.get(before)).contains("first");
    assertThat(after.get(before + 1)).contains("first");
  }

  @Test
  default void takesTextsOfAnyKind() throws Exception {
    Channel channel = plugin();
    int before = delivered().size();
    channel.send(SampleMessages.firing("quote \" backslash \\ line\nend \u0000 \ud83d\udea8"));
    channel.close();
    assertThat(delivered().size()).isGreaterThan(before);
  }

  @Test
  default void canBeClosedWithoutAMessage() {
    assertThatCode(() -> plugin().close()).doesNotThrowAnyException();
  }
}
