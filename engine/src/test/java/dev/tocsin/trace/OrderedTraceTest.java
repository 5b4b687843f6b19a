package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The buffer against sorting everything at once. */
class OrderedTraceTest {

  private static final long START = 1_790_000_000_000L;

  private record Stamped(long line, int millis) {}

  @Property(tries = 400)
  void sortsWithinTheLatenessAndCountsTheRest(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> millis,
      @ForAll @IntRange(max = 25) int lateness)
      throws IOException {
    List<Stamped> expected = new ArrayList<>();
    int newest = Integer.MIN_VALUE;
    long late = 0;
    for (int i = 0; i < millis.size(); i++) {
      if (newest != Integer.MIN_VALUE && millis.get(i) < newest - lateness) {
        late++;
      } else {
        newest = Math.max(newest, millis.get(i));
        expected.add(new Stamped(i + 1, millis.get(i)));
      }
    }
    expected.sort(Comparator.comparingInt(Stamped::millis)); // stable: equal stamps stay in order

    Reading reading = read(millis, lateness);

    assertThat(reading.numbers()).isEqualTo(expected.stream().map(Stamped::line).toList());
    assertThat(reading.late()).isEqualTo(late);
    assertThat(reading.bad()).isEmpty();
  }

  private static Reading read(List<Integer> millis, int lateness) throws IOException {
    StringBuilder text = new StringBuilder();
    millis.forEach(stamp -> text.append("{\"time\":").append(START + stamp).append("}\n"));
    Path file = Files.createTempFile("trace", ".jsonl");
    try {
      Files.writeString(file, text);
      return Reading.ordered(file, lateness * 1_000_000L);
    } finally {
      Files.delete(file);
    }
  }
}
