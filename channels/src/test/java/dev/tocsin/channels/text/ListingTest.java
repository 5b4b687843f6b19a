package dev.tocsin.channels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final UnaryOperator<String> PLAIN = UnaryOperator.identity();

  @Test
  void allThatFitsIsListed() {
    assertThat(Listing.of(List.of("a", "b"), 2, 100, PLAIN)).containsExactly("a", "b");
    assertThat(Listing.of(List.of(), 2, 100, PLAIN)).isEmpty();
  }

  @Test
  void theRestIsCounted() {
    assertThat(Listing.of(List.of("a", "b", "c"), 2, 100, PLAIN))
        .containsExactly("a", "and 2 more");
    assertThat(Listing.of(Collections.nCopies(30, "x".repeat(39)), 99, 500, PLAIN))
        .hasSize(13)
        .endsWith("and 18 more");
    assertThat(Listing.of(List.of("a", "b"), 9, 10, PLAIN)).containsExactly("2 more");
  }

  @Test
  void linesAreCutWithTheirEscapes() {
    assertThat(
            Listing.of(List.of("<\n".repeat(1_000)), 9, 9_000, text -> text.replace("<", "&lt;")))
        .singleElement()
        .satisfies(line -> assertThat(line).hasSizeLessThanOrEqualTo(400).endsWith("..."));
  }
}
