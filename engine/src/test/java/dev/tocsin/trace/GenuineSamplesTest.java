package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in each recorded file, by our reading; each is detected by itself. */
class GenuineSamplesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langfuse | agno-2025-06-11.trace.json                  | 2 | 0 | 4",
        "langfuse | autogen-2025-06-06.trace.json               | 1 | 0 | 1",
        "langfuse | csharp-agent-with-gemini-2026-03-09.trace.json | 3 | 0 | 5",
        "langfuse | google-adk-2025-08-28.trace.json            | 2 | 0 | 5",
        "langfuse | google-gemini-2025-08-01.trace.json         | 1 | 2 | 0",
        "langfuse | langgraph-python-2025-08-22.trace.json      | 2 | 0 | 9",
        "langfuse | llamaindex-2025-06-05.trace.json            | 1 | 0 | 1",
        "langfuse | managed-evaluators.json                     | 0 | 0 | 23",
        "langfuse | microsoft-agent-2025-12-17.trace.json       | 2 | 0 | 5",
        "langfuse | pydantic-ai-2025-06-06.trace.json           | 1 | 0 | 3",
        "langfuse | pydantic-ai-tools-2025-06-06.trace.json     | 1 | 0 | 3",
        "langfuse | pydantic-ai-tools-2025-12-04.trace.json     | 4 | 0 | 8",
        "langfuse | pydantic-ai-with-gemini-2025-12-24.trace.json | 1 | 0 | 0",
        "langfuse | vertex-ai-2025-08-01.trace.json             | 1 | 2 | 0",
        "litellm  | langfuse_ingestion_batch_completion.json    | 1 | 0 | 0",
        "litellm  | spend_logs_payload.json                     | 1 | 0 | 0",
      })
  void isReadWithTheseCounts(String folder, String name, int calls, int scores, long passedOver)
      throws IOException {
    Path file = Path.of(System.getProperty("tocsin.shared", ""), "samples", folder, name);
    assumeThat(file).exists();
    List<String> bad = new ArrayList<>();
    List<Object> events = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(
            file, TraceFormats.discovered(), true, (line, reason) -> bad.add(reason))) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        events.add(line.event());
      }
      assertThat(reader.format()).isEqualTo(name.startsWith("langfuse") ? "langfuse" : folder);
      assertThat(reader.passedOver().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(passedOver);
    }
    assertThat(bad).isEmpty();
    assertThat(events).filteredOn(Call.class::isInstance).hasSize(calls);
    assertThat(events).filteredOn(Score.class::isInstance).hasSize(scores);
  }
}
