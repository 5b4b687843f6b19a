package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.window.Steps.Add;
import dev.tocsin.window.Steps.Step;
import dev.tocsin.window.WindowShape.Calendar;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A calendar window against a plain list, with days that have 23 and 25 hours. */
class CalendarWindowTest {
  private static final long SECOND = 1_000_000_000L;

  /** A number in a period. */
  record InPeriod(Object period, long value) {}

  /** A window and what happens to it. */
  record Life(Calendar shape, long start, List<Step> steps) {}

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void showsThePeriodOfTheInstantBeforeTheTick(@ForAll("lives") Life life) {
    Window window = life.shape().open(FoldKind.SUM);
    List<InPeriod> all = new ArrayList<>();
    long now = life.start();
    for (Step step : life.steps()) {
      now += step.jump() * SECOND;
      for (Add add : step.adds()) {
        all.add(new InPeriod(period(life.shape(), now - add.age()), add.value()));
        window.add(now - add.age(), add.value());
      }
      window.advance(now);
      ZonedDateTime shown = Instant.EPOCH.plusNanos(now - 1).atZone(life.shape().zone());
      for (int back = 0; back < life.shape().back(); back++) {
        shown = life.shape().period().start(shown).minusNanos(1);
      }
      Object period = period(life.shape(), nanosOf(shown));
      Exact.assertFolded(
          window.current(),
          all.stream().filter(one -> one.period().equals(period)).map(InPeriod::value).toList());
      WindowLaws.assertNextChangeIsExact(window, life.shape(), FoldKind.SUM, now);
      WindowLaws.assertSame(States.copy(window, life.shape(), FoldKind.SUM), window);
    }
  }

  @Test
  void theMidnightTickShowsTheWholeFinishedDay() {
    Calendar berlin = new Calendar(CalendarPeriod.DAY, ZoneId.of("Europe/Berlin"));
    Window window = berlin.open(FoldKind.COUNT);
    long midnight = nanos("2026-03-29T22:00:00Z");
    window.add(midnight - 23 * 3600 * SECOND, 1); // the day has 23 hours
    window.add(midnight - 1, 1);
    window.advance(midnight);
    assertThat(window.current().samples()).isEqualTo(2);
    window.advance(midnight + 1);
    assertThat(window.current().samples()).isZero();
  }

  private static long nanosOf(ZonedDateTime time) {
    return time.toEpochSecond() * SECOND + time.getNano();
  }

  /** Which period an instant lies in, said without beginnings and ends. */
  private static Object period(Calendar shape, long stamp) {
    ZonedDateTime time = Instant.EPOCH.plusNanos(stamp).atZone(shape.zone());
    return switch (shape.period()) {
      case MINUTE -> Math.floorDiv(stamp, 60 * SECOND);
      case HOUR -> List.of(time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS), time.getOffset());
      case DAY -> time.toLocalDate();
      case WEEK ->
          List.of(time.get(IsoFields.WEEK_BASED_YEAR), time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(time);
    };
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<Calendar> shapes =
        Combinators.combine(
                Arbitraries.of(CalendarPeriod.values()),
                Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "America/Havana")
                    .map(ZoneId::of),
                Arbitraries.of(0, 0, 1, 3))
            .as(Calendar::new);
    Arbitrary<Long> starts =
        Arbitraries.of(
                "2026-03-29T00:55:00Z",
                "2026-10-25T00:00:00Z",
                "2026-03-08T06:00:00Z",
                "2026-11-01T04:00:00Z",
                "2026-04-04T14:00:00Z",
                "2026-12-31T22:00:00Z",
                "2026-02-28T17:00:00Z",
                "1969-12-31T23:59:00Z")
            .map(CalendarWindowTest::nanos);
    Arbitrary<Long> ages =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 2 * SECOND),
            Arbitraries.longs().between(0, 100_000).map(seconds -> seconds * SECOND + 1));
    Arbitrary<List<Step>> steps =
        Arbitraries.of(200L, 4000L, 100_000L, 700_000L)
            .flatMap(jump -> Steps.of(Arbitraries.longs(), ages, jump));
    return Combinators.combine(shapes, starts, steps).as(Life::new);
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * SECOND;
  }
}
