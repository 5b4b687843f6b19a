package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @Property
  void thereAndBack(@ForAll long nanos) {
    Instant instant = Instants.ofNanos(nanos);

    assertThat(instant).isEqualTo(Instant.EPOCH.plusNanos(nanos));
    if (nanos >= Long.MIN_VALUE + 1_000_000_000L) {
      assertThat(Instants.toNanos(instant)).isEqualTo(nanos);
    }
  }

  @Example
  void keepsNanoseconds() {
    assertThat(Instants.toNanos(Instant.parse("2023-11-16T18:15:46.680590123Z")))
        .isEqualTo(1_700_158_546_680_590_123L);
    assertThat(Instants.toNanos(Instant.parse("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
  }

  @Example
  void reachesTo2262() {
    assertThat(Instants.toNanos(Instant.parse("2262-04-11T23:47:16.854775807Z")))
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2262-04-11T23:47:16.854775808Z",
        "2300-01-01T00:00:00Z",
        "1600-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void whatDoesNotFitIsRejected(String instant) {
    assertThatThrownBy(() -> Instants.toNanos(Instant.parse(instant)))
        .isInstanceOf(ArithmeticException.class);
  }
}
