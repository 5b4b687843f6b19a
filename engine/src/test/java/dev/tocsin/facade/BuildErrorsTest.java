package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Tocsin;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.testkit.fake.RecordingChannel;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildErrorsTest {
  private static final String RULES =
      """
      rules:
        - name: errors
          condition: error_rate > 0.5
          window: 10s
          channels: [slak]
          then: [rollbak]
      """;

  @TempDir Path folder;

  @Test
  void rulesAreRequired() {
    assertThatThrownBy(() -> Tocsin.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rules are required");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Tocsin.builder().rules(folder.resolve("nope.yaml")).build())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nope.yaml");
  }

  @Test
  void namesThatAreNotRegisteredAreErrorsWithTheNearest() {
    ManualEngine manual = new ManualEngine(folder);
    assertThatThrownBy(() -> manual.builder(RULES).channel(new RecordingChannel("slack")).build())
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("no channel 'slak' is registered")
        .hasMessageContaining("did you mean 'slack'?")
        .hasMessageContaining("no action 'rollbak' is registered")
        .hasMessageContaining("rules.yaml:5:16");
  }

  @Test
  void twoChannelsOfOneNameAreErrorsThatNameBothClasses() {
    assertThatThrownBy(
            () ->
                Tocsin.builder()
                    .channel(new RecordingChannel("slack"))
                    .channel(Channel.noop("slack")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two channels are named 'slack'")
        .hasMessageContaining(RecordingChannel.class.getName())
        .hasMessageContaining(Channel.class.getName());
  }

  @Test
  void aFieldOfTheHostMustNotTakeABuiltInName() {
    ManualEngine manual = new ManualEngine(folder);
    String rules = RULES.replaceAll("channels.*|then.*", "");
    assertThatThrownBy(
            () -> manual.builder(rules).field(DeclaredField.text("user", "whoever")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("field 'user' is built in");
  }

  @Test
  void settingsOutOfRangeAreErrorsWithTheValue() {
    ManualEngine manual = new ManualEngine(folder);
    String rules = RULES.replaceAll("channels.*|then.*", "");
    assertThatThrownBy(() -> manual.builder(rules).queueCapacity(0).build())
        .hasMessageContaining("at least 2: 0");
    assertThatThrownBy(() -> manual.builder(rules).heartbeat(Duration.ofMillis(5)).build())
        .hasMessageContaining("at least 1 s: PT0.005S");
    assertThatThrownBy(() -> manual.builder(rules).allowedLateness(Duration.ofSeconds(-1)).build())
        .hasMessageContaining("must not be negative: PT-1S");
  }
}
