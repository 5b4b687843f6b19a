package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Action;
import org.junit.jupiter.api.Test;

/** What holds for every action. */
public interface ActionContract extends PluginContract<Action> {

  /** How often a plug-in made by {@link #plugin} has had its effect. */
  int effects() throws Exception;

  @Test
  default void actsOnAFiringAlert() throws Exception {
    int before = effects();
    plugin().perform(firing());
    org.assertj.core.api.Assertions.assertThat(effects()).isEqualTo(before + 1);
  }

  @Test
  default void bearsTheSameAlertTwice() {
    Action action = plugin();
    assertThatCode(
            () -> {
              action.perform(firing());
              action.perform(firing());
            })
        .doesNotThrowAnyException();
  }

  private static Transition firing() {
    return SampleMessages.transition("rule", AlertState.INACTIVE, AlertState.FIRING);
  }
}
