package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.window.WindowShape.Sliding;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What a window says that it shows is what it shows. */
class ShownStretchTest {
  private static final long SECOND = 1_000_000_000L;

  @Property(tries = 300)
  void isWhatTheWindowCounts(
      @ForAll("shapes") WindowShape shape,
      @ForAll List<@LongRange(min = 0, max = 400_000) Long> seconds,
      @ForAll @LongRange(min = 0, max = 400_000) long last) {
    List<Long> stamps = new ArrayList<>(seconds.stream().sorted().toList());
    stamps.removeIf(stamp -> stamp >= last);
    Window window = shape.open(FoldKind.COUNT);
    stamps.forEach(
        stamp -> {
          window.add(stamp * SECOND, 1);
          window.advance((stamp + 1) * SECOND);
        });
    window.advance(last * SECOND);
    Stretch shown = shape.shown(last * SECOND);

    assertThat(window.current().samples())
        .isEqualTo(stamps.stream().filter(stamp -> shown.contains(stamp * SECOND)).count());
  }

  @Provide
  Arbitrary<WindowShape> shapes() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return Arbitraries.of(
        Sliding.of(600 * SECOND, SECOND, 0),
        Sliding.of(86_400 * SECOND, SECOND, 0),
        Sliding.of(86_400 * SECOND, SECOND, 0, 3_600 * SECOND),
        Sliding.of(3_600 * SECOND, SECOND, 86_400 * SECOND),
        new WindowShape.Calendar(CalendarPeriod.DAY, berlin),
        new WindowShape.Calendar(CalendarPeriod.DAY, berlin, 1),
        new WindowShape.Calendar(CalendarPeriod.HOUR, berlin, 2));
  }
}
