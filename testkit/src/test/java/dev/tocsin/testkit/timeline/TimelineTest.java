package dev.tocsin.testkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testkit.Golden;
import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Incident.START;

  @Test
  void tellsAllInTheOrderOfTime() {
    Golden.compare("timeline/whole.txt", Timeline.of(Incident.replay()).text());
  }

  @Test
  void marksWhatWasExpectedAmongTheLinesOfTheRule() {
    Replay.Mark mark =
        new Replay.Mark(minutes(10), minutes(13), "latency = 4 s where model = gpt-4o");
    Replay.Mark moment = new Replay.Mark(minutes(25), minutes(25), "a deployment of v8");
    Replay.Probe probe = new Replay.Probe("slow", Map.of(), minutes(11));
    Replay replay =
        Incident.run()
            .edited(UnaryOperator.identity(), List.of(mark, moment))
            .probes(List.of(probe))
            .run();

    String text =
        Timeline.of(replay).about("slow").expected("slow to fire", minutes(5), minutes(10)).text();

    Golden.compare("timeline/expected.txt", text);
  }

  @Test
  void lineOfAGroupComesFirst() {
    String text =
        Timeline.of(Incident.replay())
            .about("errors", Map.of("user", "u2"))
            .expected("errors{user=u2} to resolve", minutes(40))
            .text();

    Golden.compare("timeline/group.txt", text);
  }

  @Test
  void cutsWhatIsFarAwayAndDatesTheDays() {
    Replay short30 = Incident.replay();
    List<Replay.Mark> marks =
        IntStream.range(0, 5)
            .mapToObj(day -> new Replay.Mark(days(day), days(day), "a spike " + day))
            .toList();
    Replay long5 =
        new Replay(
            short30.plan(),
            short30.trace(),
            ZoneId.of("Europe/Berlin"),
            IntStream.range(0, 20)
                .boxed()
                .flatMap(
                    i -> short30.transitions().stream().limit(3).map(each -> Shifted.by(each, i)))
                .toList(),
            short30.messages(),
            short30.actions(),
            marks,
            List.of(),
            short30.summary(),
            short30.start(),
            days(6));

    String text = Timeline.of(long5).about("slow").around(days(2), days(3)).text();

    Golden.compare("timeline/days.txt", text);
  }

  @Test
  void timesAreInTheZoneAndDatedWhereTheDayIsNotPlain() {
    ReplayTimes times = ReplayTimes.of(Incident.run().zone(ZoneId.of("America/New_York")).run());

    assertThat(times.text(START)).isEqualTo("05:00:00");
    assertThat(times.span(START, minutes(5))).isEqualTo("05:00:00 to 05:05:00");
    assertThat(times.span(START, days(1))).isEqualTo("05:00:00 to 2026-03-02 05:00:00");
  }

  private static Instant minutes(int after) {
    return START.plus(Duration.ofMinutes(after));
  }

  private static Instant days(int after) {
    return START.plus(Duration.ofDays(after));
  }
}
