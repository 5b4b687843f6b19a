package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedEventsTest {

  /** All in memory, in a few pieces, and in so many that pieces are merged before the end. */
  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 5_000, 300})
  void eventsComeInTheOrderOfTheirStampsAndEqualOnesInTheirs(long bytes) throws IOException {
    Random random = new Random(7);
    List<String> expected = new ArrayList<>();
    List<String> sorted = new ArrayList<>();
    long[] times = LongStream.range(0, 900).map(i -> 1 + random.nextInt(300)).toArray();
    try (SortedEvents events = new SortedEvents(bytes)) {
      for (int i = 0; i < times.length; i++) {
        events.add(Call.atNanos(times[i] * 1_000_000_000L).id("c" + i).build());
      }
      events.writeTo(line -> sorted.add(id(line)));
    }
    for (long time = 1; time <= 300; time++) {
      for (int i = 0; i < times.length; i++) {
        if (times[i] == time) {
          expected.add("c" + i);
        }
      }
    }
    assertThat(sorted).isEqualTo(expected);
  }

  private static String id(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n");
    int at = text.indexOf("\"id\":\"") + 6;
    return text.substring(at, text.indexOf('"', at));
  }
}
