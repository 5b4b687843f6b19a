package dev.tocsin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.testkit.contract.SampleMessages;
import org.junit.jupiter.api.Test;

class NoopPluginsTest {
  @Test
  void doNothingUnderTheirNames() throws Exception {
    assertThat(Evaluator.noop("a").name()).isEqualTo("a");
    assertThat(Evaluator.noop("a").scores()).isEmpty();
    assertThat(Evaluator.noop("a").evaluate(Call.atNanos(1).output("x").build())).isEmpty();
    assertThat(Channel.noop("b").name()).isEqualTo("b");
    assertThat(Action.noop("c").name()).isEqualTo("c");
    assertThat(TraceRecords.empty().next()).isNull();
    assertThatCode(
            () -> {
              Channel.noop("b").send(SampleMessages.firing("rule"));
              Channel.noop("b").close();
              Action.noop("c")
                  .perform(SampleMessages.transition("r", AlertState.INACTIVE, AlertState.FIRING));
            })
        .doesNotThrowAnyException();
  }
}
