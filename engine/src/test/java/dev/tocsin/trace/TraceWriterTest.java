package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TraceWriterTest {

  @Test
  void aCallIsALineOfTheNativeFormat() throws IOException {
    Call call =
        Call.atNanos(1_000_000_001L)
            .id("c-1")
            .startNanos(0)
            .tag("beta")
            .inputTokens(812)
            .latencyMicros(812_400)
            .costNanoDollars(1)
            .score("q", 0.5)
            .status(Status.TIMEOUT)
            .attribute("huge", new BigDecimal("1E+999999"))
            .build();
    assertThat(lines(call))
        .isEqualTo(
            """
            {"time":"1970-01-01T00:00:01.000000001Z","type":"call","id":"c-1",\
            "start":"1970-01-01T00:00:00Z","tags":["beta"],"input_tokens":812,"latency_ms":812.4,\
            "status":"timeout","cost_usd":0.000000001,"scores":{"q":0.5},\
            "attributes":{"huge":1E+999999}}
            """);
  }

  @Test
  void whatIsNoTextAnywhereIsStillWritten() throws IOException {
    assertThat(lines(new Deployment(0, "half a pair: \ud83d", "v\n8")))
        .isEqualTo(
            "{\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"deployment\","
                + "\"prompt\":\"half a pair: ?\",\"version\":\"v\\n8\"}\n");
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("events") List<Event> events) throws IOException {
    var records =
        new NativeFormat()
            .open(
                new ByteArrayInputStream(
                    lines(events.toArray(Event[]::new)).getBytes(StandardCharsets.UTF_8)),
                true);
    for (Event event : events) {
      assertThat(records.next())
          .isInstanceOfSatisfying(
              TraceRecord.Good.class,
              good -> assertThat(good.event()).usingRecursiveComparison().isEqualTo(event));
    }
    assertThat(records.next()).isNull();
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Arbitraries.oneOf(
            call(),
            Arbitraries.randomValue(
                random ->
                    new Score(
                        time(random),
                        text(random),
                        text(random),
                        maybe(random, random.nextLong()),
                        maybe(random),
                        maybe(random),
                        maybe(random))),
            Arbitraries.randomValue(
                random -> new Deployment(time(random), text(random), text(random))),
            Arbitraries.randomValue(
                random ->
                    new Measure(
                        time(random),
                        text(random),
                        random.nextLong() | 1,
                        Map.of("a", text(random), "z" + text(random), text(random)))))
        .list()
        .ofMaxSize(4);
  }

  /** Any field may be there or not, independently of the others. */
  private static Arbitrary<Event> call() {
    return Arbitraries.randomValue(
        random -> {
          CallBuilder call =
              Call.atNanos(time(random))
                  .id(maybe(random))
                  .startNanos(maybe(random, time(random)))
                  .operation(maybe(random))
                  .model(maybe(random))
                  .provider(maybe(random))
                  .user(maybe(random))
                  .feature(maybe(random))
                  .environment(maybe(random))
                  .session(maybe(random))
                  .trace(maybe(random))
                  .parent(maybe(random))
                  .prompt(maybe(random))
                  .promptVersion(maybe(random))
                  .promptLabel(maybe(random))
                  .inputTokens(amount(random))
                  .outputTokens(amount(random))
                  .cachedTokens(amount(random))
                  .cacheWriteTokens(amount(random))
                  .reasoningTokens(amount(random))
                  .audioInputTokens(amount(random))
                  .audioOutputTokens(amount(random))
                  .serviceTier(maybe(random))
                  .batch(flag(random))
                  .latencyMicros(amount(random))
                  .ttftMicros(amount(random))
                  .status(
                      random.nextBoolean()
                          ? Status.ERROR
                          : random.nextBoolean() ? Status.OK : Status.TIMEOUT)
                  .error(maybe(random))
                  .finishReason(maybe(random))
                  .retries(amount(random))
                  .cacheHit(flag(random))
                  .costNanoDollars(amount(random))
                  .feedback(maybe(random))
                  .taskCompleted(flag(random))
                  .input(maybe(random))
                  .output(maybe(random))
                  .reference(maybe(random));
          for (int left = random.nextInt(3); left > 0; left--) {
            call.tag(text(random))
                .context(text(random))
                .scoreBillionths("s" + text(random), random.nextLong() | 1)
                .attribute("t" + text(random), text(random))
                .attribute("b" + text(random), random.nextBoolean())
                .attribute("n" + text(random), number(random));
          }
          return call.build();
        });
  }

  /** As the reader has it: without trailing zeros behind the point. */
  private static BigDecimal number(java.util.Random random) {
    BigDecimal number = BigDecimal.valueOf(random.nextInt(), random.nextInt(40));
    return number.scale() > 0 ? number.stripTrailingZeros() : number;
  }

  private static long time(java.util.Random random) {
    return random.nextLong() & Long.MAX_VALUE;
  }

  private static long amount(java.util.Random random) {
    return maybe(random, random.nextLong() & Long.MAX_VALUE);
  }

  private static long maybe(java.util.Random random, long value) {
    return random.nextBoolean() ? value : Event.UNKNOWN;
  }

  private static Boolean flag(java.util.Random random) {
    return random.nextBoolean() ? Boolean.valueOf(random.nextBoolean()) : null;
  }

  private static String maybe(java.util.Random random) {
    return random.nextBoolean() ? text(random) : null;
  }

  private static String text(java.util.Random random) {
    String characters = "ab \"\\\n\r\t\u0000\u00e9\u2028\ud83d\udea8{}";
    int[] points = characters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static String lines(Event... events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out)) {
      for (Event event : events) {
        writer.write(event);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
