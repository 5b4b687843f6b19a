package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every example trace replays to under both example rule files, as {@code replay --json}
 * writes it. Of a rule with very many transitions only their number is kept. Why these are right is
 * asserted apart, in the tests beside this one. {@code -Dtocsin.update-golden=true} writes them
 * anew.
 */
class GoldenReplayTest {
  private static final Path FOLDER = Path.of("src/test/resources/replay");
  private static final int MOST = 100;

  @TestFactory
  Stream<DynamicTest> traces() {
    return Examples.TRACES.stream()
        .flatMap(
            trace ->
                Examples.RULES.stream()
                    .map(
                        rules ->
                            DynamicTest.dynamicTest(
                                trace + " with " + rules, () -> compare(trace, rules))));
  }

  private static void compare(String trace, String rules) throws IOException {
    Examples.Outcome outcome = Examples.replay(trace, rules);
    Map<String, Long> counts =
        outcome.transitions().stream()
            .collect(Collectors.groupingBy(Transition::rule, TreeMap::new, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (rule, count) -> {
          if (count > MOST) {
            lines.add("%s: %d transitions, not listed".formatted(rule, count));
          }
        });
    outcome.transitions().stream()
        .filter(transition -> counts.get(transition.rule()) <= MOST)
        .map(JsonLines::transition)
        .forEach(lines::add);
    lines.add(JsonLines.summary(outcome.summary()));
    String told = String.join("\n", lines) + "\n";

    Path golden = FOLDER.resolve(trace + "." + rules + ".txt");
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, told);
    } else {
      assertThat(told).isEqualTo(Files.readString(golden));
    }
  }
}
