package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.fake.ListedTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFormatsTest {
  private static final ListedTrace LISTED =
      new ListedTrace(
          "listed",
          "#listed",
          List.of(
              new TraceRecord.Good(1, Call.atNanos(1).build()), new TraceRecord.Bad(2, "broken")));

  @TempDir Path folder;

  @Test
  void aTraceIsReadInTheFormatThatRecognisesIt() throws IOException {
    Path trace = Files.writeString(folder.resolve("trace"), "#listed");
    ReplaySummary summary =
        Replay.of(Rules.parse("rules", "rules: []"), trace)
            .formats(TraceFormats.with(List.of(LISTED)))
            .run();
    assertThat(summary.events()).isEqualTo(1);
    assertThat(summary.skipped()).isEqualTo(1);
  }

  @Test
  void twoOfOneNameAreAnErrorThatNamesBoth() {
    ListedTrace other = new ListedTrace("native", "x", List.of());
    assertThatThrownBy(() -> TraceFormats.with(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(NativeFormat.class.getName())
        .hasMessageContaining(ListedTrace.class.getName());
  }
}
