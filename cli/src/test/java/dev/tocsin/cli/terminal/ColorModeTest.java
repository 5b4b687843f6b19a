package dev.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorModeTest {
  private static final Screen TERMINAL = new Screen(true, 80);

  @Test
  void autoNeedsATerminalThatShowsColour() {
    assertThat(ColorMode.AUTO.colour(TERMINAL, Map.of())).isTrue();
    assertThat(ColorMode.AUTO.colour(TERMINAL, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(ColorMode.AUTO.colour(Screen.PIPED, Map.of())).isFalse();
    assertThat(ColorMode.AUTO.colour(TERMINAL, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(ColorMode.AUTO.colour(TERMINAL, Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void whatTheUserAsksForWins() {
    assertThat(ColorMode.ALWAYS.colour(Screen.PIPED, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(ColorMode.NEVER.colour(TERMINAL, Map.of())).isFalse();
  }
}
