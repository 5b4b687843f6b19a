package dev.tocsin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.testkit.file.RuleTestFile;
import dev.tocsin.testkit.mutation.Mutant;
import dev.tocsin.testkit.mutation.MutationResult;
import dev.tocsin.testkit.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whether the tests of a pack would notice if its thresholds, windows and the like were others. */
class PackMutationTest {
  private static final int JOBS = 2;

  /** Of a clock that stands, so that every change is tried. */
  private static final Duration UNLIMITED = Duration.ofMinutes(1);

  @TestFactory
  Stream<DynamicTest> theTestsOfAPackNoticeEveryChangeOfItsRules() throws IOException {
    return Packs.names().stream()
        .map(pack -> DynamicTest.dynamicTest(pack, () -> everyChangeIsNoticed(pack)));
  }

  private static void everyChangeIsNoticed(String pack) throws IOException, InterruptedException {
    Set<String> seen = new HashSet<>();
    MutationResult result =
        new MutationRun(JOBS, UNLIMITED, InstantSource.fixed(Instant.EPOCH))
            .of(
                RuleTestFile.check(Path.of("src/test/rules", pack + "_test.yaml")),
                mutant -> isOf(pack, mutant) && seen.add(edit(mutant)));
    assertThat(result.untried()).isEmpty();
    assertThat(result.survived())
        .extracting(mutant -> mutant.rule() + ": " + mutant.text())
        .isEmpty();
    assertThat(result.noticed())
        .extracting(Mutant::kind)
        .contains(Mutant.Kind.THRESHOLD, Mutant.Kind.OPERATOR, Mutant.Kind.WINDOW);
  }

  /** The same for all copies of a rule whose pack is included twice. */
  private static String edit(Mutant mutant) {
    return mutant.place() + " " + mutant.replacement();
  }

  /** Not of a pack that is included beside it. */
  private static boolean isOf(String pack, Mutant mutant) {
    return mutant.place().source().name().equals(Packs.source(pack));
  }
}
