package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.Plugin;
import org.junit.jupiter.api.Test;

/** What holds for every plug-in. */
interface PluginContract<P extends Plugin> {

  /** A new plug-in. */
  P plugin();

  @Test
  default void hasAPlainName() {
    assertThat(plugin().name()).matches("[a-z0-9][a-z0-9_-]{0,63}");
  }

  @Test
  default void keepsItsName() {
    P plugin = plugin();
    assertThat(plugin.name()).isEqualTo(plugin.name()).isEqualTo(plugin().name());
  }
}
