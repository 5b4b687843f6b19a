package dev.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigTraceTest {
  @TempDir Path folder;

  @Test
  void isTheTraffic() throws IOException {
    Path file = folder.resolve("trace.zst");
    assertThat(BigTrace.write(file, 1_500, Long.MAX_VALUE, false)).isEqualTo(1_500);
    List<Object> read = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(file, true, (line, reason) -> read.add(reason))) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        read.add(line.event());
      }
    }
    assertThat(read)
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(Traffic.calls(1_500, false));
  }

  @Test
  void endsBehindSoManyBytes() throws IOException {
    Path file = folder.resolve("trace");
    BigTrace.write(file, Long.MAX_VALUE, 1 << 20, true);
    assertThat(Files.size(file)).isBetween(1L << 20, (1L << 20) + 300_000);
  }
}
