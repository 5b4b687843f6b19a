package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a line, it is an event or a bad line, and nothing else is thrown. */
class HostileLinesTest {
  private static final List<String> GOOD =
      List.of(
          "{\"time\":\"2026-10-03T10:15:00.250Z\",\"type\":\"call\",\"id\":\"c-1\","
              + "\"start\":1790000000000,\"tags\":[\"beta\"],\"input_tokens\":812,"
              + "\"cost_usd\":0.0123,\"latency_ms\":812.4,\"batch\":false,\"status\":\"ok\","
              + "\"scores\":{\"a\":0.83},\"attributes\":{\"tenant\":\"\u00e4\u20ac\"},\"x\":1e5}",
          "{\"time\":1790000000000,\"type\":\"score\",\"call\":\"c\",\"name\":\"n\",\"value\":1}",
          "{\"time\":1.5e12,\"type\":\"measure\",\"name\":\"q\",\"value\":-3,\"labels\":{\"r\":1}}",
          "{\"time\":\"2026-10-03T10:20:00Z\",\"type\":\"deployment\",\"prompt\":\"p\","
              + "\"version\":\"v8\"}");
  private static final List<String> FRAGMENTS =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "-",
          "e999999999",
          "1e-400",
          "e99999999999",
          "\\u0000",
          "\\ud800",
          "\n",
          "\r",
          "\0",
          "\u0080",
          "\ud83d\ude00",
          "true",
          "\"time\":",
          "9223372036854775808",
          "0.",
          "//",
          "NaN",
          "+",
          "00",
          "\"type\":\"score\"");

  @Property(tries = 4000)
  void mutationsOfGoodLines(@ForAll("mutated") byte[] line) {
    assertThat(outcome(line)).isNotEmpty().doesNotContain("jackson", "Feature");
  }

  @Property
  void anyBytes(@ForAll byte[] line) {
    assertThat(outcome(line)).isNotEmpty();
  }

  private static String outcome(byte[] line) {
    try {
      Event event = Objects.requireNonNull(new NativeEvents(true).read(line, line.length));
      assertThat(event.timeNanos()).isNotNegative();
      return event.toString();
    } catch (BadEventException | IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Provide
  Arbitrary<byte[]> mutated() {
    return Arbitraries.of(GOOD)
        .flatMap(
            good ->
                Arbitraries.randomValue(
                    random -> mutated(good.getBytes(StandardCharsets.UTF_8), random)));
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] line = good;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(line.length + 1);
      line =
          switch (random.nextInt(5)) {
            case 0 -> flipped(line, at, random);
            case 1 -> Arrays.copyOf(line, at);
            case 2 -> joined(line, at, new byte[0], Math.min(line.length, at + random.nextInt(9)));
            case 3 -> joined(line, at, fragment(random), at);
            default -> joined(line, at, fragment(random), Math.min(line.length, at + 1));
          };
    }
    return line;
  }

  private static byte[] flipped(byte[] line, int at, Random random) {
    byte[] flipped = line.clone();
    if (at < flipped.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] fragment(Random random) {
    return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] line, int head, byte[] middle, int tail) {
    byte[] joined = Arrays.copyOf(line, head + middle.length + line.length - tail);
    System.arraycopy(middle, 0, joined, head, middle.length);
    System.arraycopy(line, tail, joined, head + middle.length, line.length - tail);
    return joined;
  }
}
