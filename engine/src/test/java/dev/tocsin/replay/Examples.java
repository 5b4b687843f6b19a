package dev.tocsin.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.Rules;
import dev.tocsin.api.Transition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The recorded traces and rule files under examples, and what they replay to. */
final class Examples {
  static final List<String> TRACES =
      List.of(
          "azure-conv-2023",
          "llmdrift-opinionqa-gpt35-dense",
          "llmdrift-opinionqa-gpt35-slow",
          "llmdrift-prime-gpt4-dense",
          "llmdrift-prime-gpt4-slow",
          "mooncake-conversation");
  static final List<String> RULES = List.of("alert_rules", "alert_rules_small");

  private static final Path FOLDER = Path.of(System.getProperty("tocsin.root", ".."), "examples");
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private Examples() {}

  /**
   * What a replay came to.
   *
   * @param transitions all, in order
   * @param summary the end
   */
  record Outcome(List<Transition> transitions, ReplaySummary summary) {
    List<Transition> of(String rule) {
      return transitions.stream().filter(t -> t.rule().equals(rule)).toList();
    }

    List<String> json() {
      List<String> lines = new ArrayList<>();
      transitions.forEach(t -> lines.add(JsonLines.transition(t)));
      lines.add(JsonLines.summary(summary));
      return lines;
    }
  }

  static Path trace(String name) {
    return FOLDER.resolve("traces").resolve(name + ".jsonl.gz");
  }

  static Outcome replay(String trace, String rules) throws IOException {
    List<Transition> transitions = new ArrayList<>();
    ReplaySummary summary =
        Replay.of(Rules.load(FOLDER.resolve(rules + ".yaml")), trace(trace))
            .listener(
                new ReplayListener() {
                  @Override
                  public void transition(Transition transition) {
                    transitions.add(transition);
                  }
                })
            .run();
    return new Outcome(transitions, summary);
  }

  /** The lines of a trace, read without the code under test. */
  static List<JsonNode> lines(String trace) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(trace(trace))), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
