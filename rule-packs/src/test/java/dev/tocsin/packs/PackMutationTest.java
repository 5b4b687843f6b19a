package dev.tocsin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testkit.file.RuleTestFile;
import dev.tocsin.testkit.mutation.Mutant;
import dev.tocsin.testkit.mutation.MutationResult;
import dev.tocsin.testkit.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Whether the tests of a pack would notice if its rules were others. */
class PackMutationTest {
  private static final int JOBS = 2;

  /** Of a clock that stands, so that every change is tried. */
  private static final Duration UNLIMITED = Duration.ofMinutes(1);

  @Test
  void theTestsOfTheStarterPackNoticeEveryChange() throws IOException, InterruptedException {
    MutationResult result = mutated("starter");
    assertThat(result.survived()).extracting(PackMutationTest::text).isEmpty();
    assertThat(result.untried()).isEmpty();
    assertThat(result.noticed())
        .extracting(Mutant::kind)
        .contains(
            Mutant.Kind.THRESHOLD,
            Mutant.Kind.OPERATOR,
            Mutant.Kind.SEVERITY,
            Mutant.Kind.CHANNELS,
            Mutant.Kind.WINDOW,
            Mutant.Kind.SAMPLES);
  }

  private static MutationResult mutated(String pack) throws IOException, InterruptedException {
    InstantSource standing = InstantSource.fixed(Instant.EPOCH);
    return new MutationRun(JOBS, UNLIMITED, standing)
        .of(RuleTestFile.check(Path.of("src/test/rules", pack + "_test.yaml")));
  }

  private static String text(Mutant mutant) {
    return mutant.rule() + " " + mutant.text();
  }
}
