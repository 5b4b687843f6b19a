package dev.tocsin.testkit;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.fake.RecordingChannel;
import java.util.List;

class RecordingChannelTest implements ChannelContract {
  private final RecordingChannel channel = new RecordingChannel("fake");

  @Override
  public Channel plugin() {
    return channel;
  }

  @Override
  public List<String> delivered() {
    return channel.messages().stream().map(Message::json).toList();
  }
}
