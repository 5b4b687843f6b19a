package dev.tocsin.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a rule file gives a plan or located errors. */
class RuleFileFuzz {

  static Stream<byte[]> seeds() throws IOException {
    return Stream.concat(
        Stream.of(Seeds.file("dsl-grammar/src/test/resources/routing.yaml")),
        Stream.of(
                "dsl-grammar/src/test/resources/diagnostics/files",
                "engine/src/test/resources/plan-diagnostics")
            .flatMap(RuleFileFuzz::of));
  }

  @MethodSource("seeds")
  @FuzzTest
  void loadsOrExplains(byte[] input) {
    try {
      Rules.parse("rules.yaml", new String(input, StandardCharsets.UTF_8));
    } catch (InvalidRulesException e) {
      Located.assertLocated(e.diagnostics());
    }
  }

  private static Stream<byte[]> of(String folder) {
    try {
      return Seeds.of(folder).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
