package dev.tocsin.examples.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.console.ConsoleChannel;
import dev.tocsin.channels.file.JsonLinesFileChannel;
import dev.tocsin.examples.Checkout;
import dev.tocsin.examples.Golden;
import dev.tocsin.replay.JsonLines;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of GPT-4 that got worse: the local evaluators see it, and the channels tell. */
class QualityRulesTest {
  private static final Path RULES = Checkout.EXAMPLES.resolve("quality_rules.yaml");
  private static final Path TRACE =
      Checkout.EXAMPLES.resolve("traces/llmdrift-prime-gpt4-dense.jsonl.gz");
  private static final Instant JUNE = Instant.parse("2023-03-14T10:20:00Z");

  @TempDir Path folder;

  @Test
  void theJuneAnswersFireInAReplay() throws IOException {
    List<Transition> transitions = replayed();
    assertThat(transitions)
        .filteredOn(transition -> transition.rule().equals("answers_without_steps"))
        .singleElement()
        .satisfies(
            transition -> {
              assertThat(transition.to()).isEqualTo(AlertState.FIRING);
              assertThat(transition.time()).isAfter(JUNE).isBefore(JUNE.plusSeconds(300));
            });
    Golden.compare("quality-alerts.jsonl", lines(transitions));
  }

  @Test
  void aServiceTellsItOnTheConsoleAndInAFile() throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Path file = folder.resolve("alerts/alerts.jsonl");
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    TocsinBuilder builder =
        Tocsin.builder()
            .rules(RULES)
            .discoverPlugins()
            .channel("slack", new ConsoleChannel("slack", printing(console)))
            .channel("email", new JsonLinesFileChannel("email", file))
            .tickByHand()
            .clock(now::get);
    try (Tocsin tocsin = builder.build()) {
      for (Event event : recorded()) {
        now.set(event.time());
        tocsin.tick(event.time());
        tocsin.record(event);
      }
      now.updateAndGet(last -> last.plus(Duration.ofSeconds(1)));
    }
    Golden.compare("quality-console.txt", console.toString(StandardCharsets.UTF_8));
    assertThat(Files.readAllLines(file)).as("as a replay foretells").isEqualTo(emailed());
  }

  private static List<Transition> replayed() throws IOException {
    List<Transition> transitions = new ArrayList<>();
    replay(
        new ReplayListener() {
          @Override
          public void transition(Transition transition) {
            transitions.add(transition);
          }
        });
    return transitions;
  }

  private static List<String> emailed() throws IOException {
    List<String> lines = new ArrayList<>();
    replay(
        new ReplayListener() {
          @Override
          public void notification(String channel, Message.Notification notification) {
            if (channel.equals("email")) {
              lines.add(notification.json());
            }
          }
        });
    return lines;
  }

  private static void replay(ReplayListener listener) throws IOException {
    List<Evaluator> evaluators =
        ServiceLoader.load(Evaluator.class).stream().map(ServiceLoader.Provider::get).toList();
    Replay.of(Rules.load(RULES), TRACE).evaluators(evaluators).listener(listener).run();
  }

  private static List<Event> recorded() throws IOException {
    List<Event> events = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(
            TRACE,
            true,
            (line, reason) -> {
              throw new AssertionError(line + ": " + reason);
            })) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        events.add(line.event());
      }
    }
    return events;
  }

  private static String lines(List<Transition> transitions) {
    StringBuilder text = new StringBuilder();
    transitions.forEach(one -> text.append(JsonLines.transition(one)).append('\n'));
    return text.toString();
  }

  private static PrintStream printing(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }
}
