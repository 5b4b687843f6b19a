package dev.tocsin.channels.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.channels.sample.Alerts;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.SampleMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest implements ChannelContract {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Override
  public Channel plugin() {
    return new ConsoleChannel("console", new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @Override
  public List<String> delivered() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void severalAlertsAreALineAndOneForEach() throws Exception {
    plugin().send(Alerts.group());
    assertThat(delivered())
        .containsExactly(
            "2026-10-03T10:21:00Z Firing: 2 alerts of latency_degradation (critical), 1 resolved",
            "  FIRING critical latency_degradation{feature=chat}: p95_latency is 2512.4 ms,"
                + " threshold > 2000 ms",
            "  FIRING warning latency_degradation{feature=search}: p95_latency is 2512.4 ms,"
                + " threshold > 2000 ms",
            "  resolved warning latency_degradation{feature=mail}: p95_latency is 1806.1 ms,"
                + " threshold > 2000 ms");
  }

  @Test
  void whoTakesCareIsSaid() throws Exception {
    plugin().send(Alerts.acknowledged());
    assertThat(delivered())
        .singleElement()
        .asString()
        .endsWith("[Acknowledged by alice, 2026-10-03 10:20:00 UTC: looking into it]");
  }

  @Test
  void tellsWhatFiredOnWhichValue() throws Exception {
    plugin().send(SampleMessages.firing("latency"));
    assertThat(delivered())
        .containsExactly(
            "2026-10-03T10:16:00Z FIRING warning latency{user=u1}: p95_latency is 2500.5 ms,"
                + " threshold > 2000 ms");
  }

  @Test
  void aFullDiskIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    Channel channel =
        new ConsoleChannel("console", new PrintStream(full, true, StandardCharsets.UTF_8));
    assertThatThrownBy(() -> channel.send(SampleMessages.heartbeat()))
        .isInstanceOf(IOException.class);
  }
}
