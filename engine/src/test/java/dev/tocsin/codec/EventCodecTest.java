package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final Call FULL =
      Call.atNanos(1)
          .id("id")
          .startNanos(2)
          .operation("chat")
          .model("m")
          .provider("p")
          .user("u")
          .feature("f")
          .environment("e")
          .session("s")
          .trace("t")
          .parent("pa")
          .tag("one")
          .tag("two")
          .prompt("pr")
          .promptVersion("v")
          .promptLabel("l")
          .inputTokens(3)
          .outputTokens(4)
          .cachedTokens(5)
          .cacheWriteTokens(6)
          .reasoningTokens(7)
          .audioInputTokens(8)
          .audioOutputTokens(9)
          .serviceTier("default")
          .batch(true)
          .latencyMicros(10)
          .ttftMicros(11)
          .status(Status.TIMEOUT)
          .error("x".repeat(100_000))
          .finishReason("stop")
          .retries(12)
          .cacheHit(false)
          .costNanoDollars(13)
          .score("q", 0.5)
          .score("\u00e9\ud83d\udea8", -2)
          .feedback("up")
          .taskCompleted(true)
          .attribute("tenant", "acme")
          .attribute("beta", true)
          .attribute("size", new BigDecimal("1.50"))
          .build();

  @Test
  void aFullCallComesBackWithEveryField() throws IOException {
    assertThat(back(FULL)).usingRecursiveComparison().isEqualTo(FULL);
  }

  @Test
  void anEmptyCallComesBackEmpty() throws IOException {
    Call empty = Call.atNanos(-5).build();
    assertThat(back(empty)).usingRecursiveComparison().isEqualTo(empty);
  }

  @Test
  void textsAreNotWritten() throws IOException {
    Call wordy = FULL.toBuilder().input("in").output("out").reference("ref").context("ctx").build();
    assertThat(back(wordy)).usingRecursiveComparison().isEqualTo(FULL);
    assertThat(bytes(wordy)).isEqualTo(bytes(FULL));
  }

  @Test
  void theOthersComeBack() throws IOException {
    for (Event event :
        new Event[] {
          new Score(1, "c", "q", 2, null, "because", "judge"),
          new Score(1, "c", "q", Event.UNKNOWN, "good", null, null),
          new Deployment(3, "support", "v8"),
          new Measure(4, "depth", 5, Map.of("region", "eu", "zone", "b"))
        }) {
      assertThat(back(event)).isEqualTo(event);
    }
  }

  @Test
  void textsAreWrittenWhereTheyAreWanted() throws IOException {
    Call wordy =
        FULL.toBuilder().input("in").output("\u00e9").reference("ref").context("ctx").build();
    assertThat(back(wordy, true)).usingRecursiveComparison().isEqualTo(wordy);
  }

  private static Event back(Event event) throws IOException {
    return back(event, false);
  }

  private static Event back(Event event, boolean withTexts) throws IOException {
    ByteOutput out = new ByteOutput(1);
    new EventWriter(withTexts).write(event, out);
    return new EventReader(new ByteInput(out.array(), out.size())).read();
  }

  private static byte[] bytes(Event event) {
    ByteOutput out = new ByteOutput(16);
    new EventWriter(false).write(event, out);
    return Arrays.copyOf(out.array(), out.size());
  }
}
