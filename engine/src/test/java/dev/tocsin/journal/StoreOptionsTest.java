package dev.tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreOptionsTest {
  private final StoreOptions options = StoreOptions.at(Path.of("store"));

  @Test
  void eachIsChangedByItself() {
    StoreOptions all =
        options
            .durability(Durability.BEFORE_RETURN)
            .snapshotEvery(Duration.ofSeconds(5))
            .retention(Duration.ofDays(3))
            .maxJournalBytes(1 << 21)
            .minFreeBytes(1 << 22)
            .withSync()
            .withTexts();
    assertThat(all)
        .isEqualTo(
            new StoreOptions(
                Path.of("store"),
                Durability.BEFORE_RETURN,
                Duration.ofSeconds(5),
                Duration.ofDays(3),
                1 << 21,
                1 << 22,
                true,
                true));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> options.snapshotEvery(Duration.ZERO)).hasMessageContaining("positive");
    assertThatThrownBy(() -> options.retention(Duration.ofDays(-1)))
        .hasMessageContaining("negative");
    assertThatThrownBy(() -> options.maxJournalBytes(5)).hasMessageContaining("at least 1 MiB");
    assertThatThrownBy(() -> options.minFreeBytes(5)).hasMessageContaining("at least 1 MiB");
  }
}
