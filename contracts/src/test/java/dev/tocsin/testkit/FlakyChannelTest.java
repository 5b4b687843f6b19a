package dev.tocsin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import dev.tocsin.testkit.fake.FlakyChannel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlakyChannelTest implements ChannelContract {
  private final FlakyChannel flaky = new FlakyChannel("flaky");

  @Override
  public Channel plugin() {
    return flaky;
  }

  @Override
  public List<String> delivered() {
    return flaky.messages().stream().map(Message::json).toList();
  }

  @Test
  void failsWhileItIsDownAndRemembersWhatItReturned() throws IOException {
    flaky.down(true);
    assertThatThrownBy(() -> flaky.deliver(SampleMessages.firing("slow"), Optional.empty()))
        .isInstanceOf(IOException.class);
    flaky.down(false);
    Optional<String> first = flaky.deliver(SampleMessages.firing("slow"), Optional.empty());
    flaky.deliver(SampleMessages.resolved("slow"), first);
    assertThat(first).contains("receipt 1");
    assertThat(flaky.earlier()).containsExactly(Optional.empty(), first);
    assertThat(flaky.attempts()).isEqualTo(3);
  }
}
