package dev.tocsin.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final List<String> KNOWN = List.of("error_rate", "daily_cost", "hourly_cost");

  @Test
  void the_nearest_is_named() {
    assertThat(Suggestions.nearest("eror_rate", KNOWN)).contains("did you mean 'error_rate'?");
    assertThat(Suggestions.nearest("Daily_Cost", KNOWN)).contains("did you mean 'daily_cost'?");
  }

  @Test
  void what_is_far_is_not_named() {
    assertThat(Suggestions.nearest("tokens", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("x".repeat(1_000_000), KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("error_rate", List.of())).isEmpty();
  }

  @Test
  void the_only_name_that_begins_so_is_named() {
    List<String> severities = List.of("info", "warning", "critical");
    assertThat(Suggestions.nearest("crit", severities)).contains("did you mean 'critical'?");
    assertThat(Suggestions.nearest("cr", severities)).isEmpty();
    assertThat(Suggestions.nearest("abc", List.of("abcdefgh", "abcdefgi"))).isEmpty();
  }

  @Test
  void equally_near_names_do_not_depend_on_their_order() {
    assertThat(Suggestions.nearest("cat", List.of("cut", "car"))).contains("did you mean 'car'?");
    assertThat(Suggestions.nearest("cat", List.of("car", "cut"))).contains("did you mean 'car'?");
  }
}
