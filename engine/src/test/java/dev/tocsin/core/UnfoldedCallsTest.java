package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.price.PriceList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An error in the middle of a batch costs calls, which are counted. */
class UnfoldedCallsTest {
  private static final EngineOutput FAILING =
      new EngineOutput() {
        @Override
        public void transition(Transition transition) {}

        @Override
        public void accepted(Call call, long costNanoDollars) {
          if ("bad".equals(call.user())) {
            throw new IllegalStateException("bad");
          }
        }
      };

  @Test
  void callsOfTheBatchAreCountedAndTheNextBatchIsFolded() {
    try (Engine engine =
        new Engine(
            Rules.parse("rules.yaml", "rules: [{name: a, condition: count() over 10s > 9}]"),
            DroolsMatcher::new,
            new PriceList(Map.of()),
            EngineLimits.DEFAULT,
            input -> {},
            FAILING)) {
      arrive(engine, "good", "bad", "good");
      assertThatThrownBy(engine::flush).hasMessage("bad");
      arrive(engine, "good", "good");
      engine.flush();
      assertThat(engine.counters().unfolded()).isEqualTo(3);
      assertThat(engine.readings()).singleElement().matches(reading -> reading.samples() == 2);
    }
  }

  private static void arrive(Engine engine, String... users) {
    for (String user : users) {
      engine.arrive(Call.atNanos(5).user(user).build());
    }
  }
}
