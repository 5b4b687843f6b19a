package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every channel that works. */
public interface ChannelContract extends PluginContract<Channel> {

  /**
   * What a channel made by {@link #plugin} has delivered so far, in order: one text for a message
   * about one alert, one or more for a message about several.
   */
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
    channel.send(SampleMessages.firing("second"));
    channel.close();
    List<String> after = delivered();
    int heartbeats = carriesHeartbeats() ? 1 : 0;
    assertThat(after).hasSize(before + 3 + heartbeats);
    assertThat(after.get(before)).contains("first");
    assertThat(after.get(before + 1)).contains("first");
    assertThat(after.get(before + 2 + heartbeats)).contains("second");
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
  default void deliversGroups() throws Exception {
    Channel channel = plugin();
    int before = delivered().size();
    channel.send(SampleMessages.group("many", 3, 2));
    int first = delivered().size();
    channel.send(SampleMessages.group("over", 0, 3));
    channel.close();
    List<String> after = delivered();
    assertThat(after.subList(before, first)).isNotEmpty().anyMatch(text -> text.contains("many"));
    assertThat(after.subList(first, after.size()))
        .isNotEmpty()
        .anyMatch(text -> text.contains("over"));
  }

  @Test
  default void takesAThousandAlertsWithLongNames() throws Exception {
    Channel channel = plugin();
    int before = delivered().size();
    channel.send(SampleMessages.group("long".repeat(100), 700, 300));
    channel.close();
    assertThat(delivered().size()).isGreaterThan(before);
  }

  /** A message comes twice when its answer was lost. */
  @Test
  default void takesARepeat() throws Exception {
    Channel channel = plugin();
    int before = delivered().size();
    Message message = SampleMessages.group("again", 2, 1);
    Optional<String> earlier = channel.deliver(message, Optional.empty());
    channel.deliver(message, Optional.empty());
    channel.deliver(message, earlier);
    channel.close();
    assertThat(delivered().size()).isGreaterThan(before);
  }

  /** Also what it did not return itself, which is taken for a message that is gone. */
  @Test
  default void changesWhatItSaidOrSaysItAnew() throws Exception {
    Channel channel = plugin();
    Optional<String> earlier = channel.deliver(SampleMessages.firing("change"), Optional.empty());
    int before = delivered().size();
    channel.deliver(SampleMessages.resolved("change"), earlier);
    int after = delivered().size();
    channel.deliver(SampleMessages.firing("strange"), Optional.of("of another kind"));
    channel.close();
    assertThat(after).isGreaterThan(before);
    assertThat(delivered().size()).isGreaterThan(after);
  }

  @Test
  default void saysWhoTakesCareWhereItCan() throws Exception {
    Channel channel = plugin();
    Optional<String> earlier = channel.deliver(SampleMessages.firing("taken"), Optional.empty());
    int before = delivered().size();
    channel.deliver(SampleMessages.acknowledged("taken"), earlier);
    channel.close();
    assertThat(delivered().size())
        .isGreaterThanOrEqualTo(channel.tellsAcknowledgements() ? before + 1 : before);
  }

  @Test
  default void sendsAtFirst() {
    assertThat(plugin().circuit()).isEqualTo(ChannelHealth.Circuit.CLOSED);
  }

  @Test
  default void canBeClosedWithoutAMessage() {
    assertThatCode(() -> plugin().close()).doesNotThrowAnyException();
  }
}
