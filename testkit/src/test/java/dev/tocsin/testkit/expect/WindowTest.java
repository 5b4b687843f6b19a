package dev.tocsin.testkit.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.dsl.testfile.TimePoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Span NOWHERE = new Span(new Source("test.yaml", ""), 0, 0);
  private static final int LENGTH = 40;

  @Test
  void anyTimeIsInTheOpenWindow() {
    assertThat(Window.ANY.holds(Instant.MIN)).isTrue();
    assertThat(Window.ANY.holds(Instant.MAX)).isTrue();
  }

  /** Second by second, as the words of the test file say it. */
  @Property
  void bothEndsBelongToIt(
      @ForAll @WithNull @IntRange(max = LENGTH) @Nullable Integer from,
      @ForAll @WithNull @IntRange(max = LENGTH) @Nullable Integer to,
      @ForAll @WithNull @IntRange(max = LENGTH) @Nullable Integer within,
      @ForAll @IntRange(max = LENGTH) int base) {
    When when =
        new When(
            time(from),
            time(to),
            Optional.ofNullable(within).map(Duration::ofSeconds),
            Optional.empty(),
            NOWHERE);
    Window window = Window.of(when, START.plusSeconds(base), START, ZoneOffset.UTC);

    assertThat(LongStream.rangeClosed(0, 2 * LENGTH + 1))
        .allSatisfy(
            second ->
                assertThat(window.holds(START.plusSeconds(second)))
                    .isEqualTo(holds(second, from, to, within, base)));
  }

  private static boolean holds(
      long second,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable Integer within,
      int base) {
    if (within != null) {
      long waited = second - (from == null ? base : from);
      return waited >= 0 && waited <= within;
    }
    boolean begun = from == null || second >= from;
    boolean over = to != null && second > to;
    return begun && !over;
  }

  private static Optional<Located<TimePoint>> time(@Nullable Integer second) {
    return Optional.ofNullable(second)
        .map(seconds -> new TimePoint.AfterStart(Duration.ofSeconds(seconds)))
        .map(point -> new Located<>(point, NOWHERE));
  }
}
