package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for every evaluator; for those that judge, {@link #judged} must be one they judge. */
public interface EvaluatorContract extends PluginContract<Evaluator> {

  /** A call that it judges. */
  Call judged();

  @Test
  default void saysTheSameOfTheSameCall() throws Exception {
    assertThat(plugin().evaluate(judged())).isEqualTo(plugin().evaluate(judged()));
  }

  @Test
  default void givesOnlyScoresThatItNames() throws Exception {
    assertThat(plugin().evaluate(judged()))
        .extracting(Verdict::score)
        .doesNotHaveDuplicates()
        .allMatch(plugin().scores()::contains);
  }

  @Test
  default void judgesNothingWithoutTexts() throws Exception {
    assertThat(plugin().evaluate(Call.atNanos(1).build())).isEmpty();
  }

  @Test
  default void judgesEmptyAndHugeTexts() throws Exception {
    Call empty = judged().toBuilder().input("").output("").build();
    Call huge = judged().toBuilder().output("word ".repeat(200_000)).build();
    assertThat(plugin().evaluate(empty)).isNotNull();
    assertThat(plugin().evaluate(huge)).isNotNull();
  }

  @Test
  default void canBeAskedByManyThreads() throws Exception {
    Evaluator evaluator = plugin();
    List<Verdict> expected = evaluator.evaluate(judged());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Verdict>>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(() -> evaluator.evaluate(judged()));
      }
      for (Future<List<Verdict>> verdicts : threads.invokeAll(calls)) {
        assertThat(verdicts.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
