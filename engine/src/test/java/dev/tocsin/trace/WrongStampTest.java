package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single wrong stamp does not move time; a pause of the service does. */
class WrongStampTest {
  private static final Instant START = Instant.parse("2026-10-03T10:00:00Z");
  private static final String FAR = "2099-01-01T00:00:00Z";
  private static final Duration LATENESS = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void inTheMiddle() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(120, FAR);

    Reading reading = read(stamps);

    assertThat(reading.bad())
        .containsExactly(
            "121: time 2099-01-01T00:00:00Z is 26,387 days after the lines before, and the lines"
                + " that follow do not agree");
    assertThat(reading.numbers()).isEqualTo(allBut(200, 121));
    assertThat(reading.late()).isZero();
  }

  @Test
  void onTheFirstLine() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(0, FAR);

    Reading reading = read(stamps);

    assertThat(reading.bad())
        .containsExactly(
            "1: time 2099-01-01T00:00:00Z is more than a day after the lines that follow");
    assertThat(reading.numbers()).isEqualTo(allBut(200, 1));
  }

  @Test
  void onTheLastLine() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(199, FAR);

    Reading reading = read(stamps);

    assertThat(reading.bad())
        .containsExactly(
            "200: time 2099-01-01T00:00:00Z is 26,387 days after the lines before, and too few"
                + " lines follow that agree");
    assertThat(reading.numbers()).isEqualTo(allBut(200, 200));
  }

  @Test
  void twoOnTheLastLines() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(198, FAR);
    stamps.set(199, FAR);

    Reading reading = read(stamps);

    assertThat(reading.bad()).hasSize(2);
    assertThat(reading.numbers()).isEqualTo(allBut(200, 199, 200));
  }

  @Test
  void oneFromThePastCostsTheGoodLinesBeforeItNothing() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(50, "1970-01-20T00:00:00Z");

    Reading reading = read(stamps);

    assertThat(reading.bad()).isEmpty();
    assertThat(reading.late()).isEqualTo(1);
    assertThat(reading.numbers()).isEqualTo(allBut(200, 51));
  }

  @Test
  void severalInARow() throws IOException {
    List<String> stamps = everySecond(START, 200);
    stamps.set(50, FAR);
    stamps.set(51, FAR);
    stamps.set(90, "2150-01-01T00:00:00Z");

    Reading reading = read(stamps);

    assertThat(reading.bad()).hasSize(3);
    assertThat(reading.numbers()).isEqualTo(allBut(200, 51, 52, 91));
  }

  @Test
  void aPauseOfDaysIsTaken() throws IOException {
    List<String> stamps = everySecond(START, 150);
    stamps.addAll(everySecond(START.plus(Duration.ofDays(12)), 150));

    Reading reading = read(stamps);

    assertThat(reading.bad()).isEmpty();
    assertThat(reading.numbers()).isEqualTo(allBut(300));
  }

  @Test
  void aPauseOfDaysWithAWrongStampBehindIt() throws IOException {
    List<String> stamps = everySecond(START, 150);
    stamps.addAll(everySecond(START.plus(Duration.ofDays(12)), 150));
    stamps.set(150, FAR);

    Reading reading = read(stamps);

    assertThat(reading.bad()).singleElement().asString().startsWith("151: time 2099");
    assertThat(reading.numbers()).isEqualTo(allBut(300, 151));
  }

  @Test
  void aCallEveryThreeDaysIsNoWrongStamp() throws IOException {
    List<String> stamps = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      stamps.add(START.plus(Duration.ofDays(i * 3L)).toString());
    }

    assertThat(read(stamps).bad()).isEmpty();
  }

  @Test
  void theLastOfFewCallsMayLieWeeksLater() throws IOException {
    assertThat(read(List.of(START.toString(), START.plus(Duration.ofDays(30)).toString())).bad())
        .isEmpty();
  }

  @Test
  void aSingleLineIsTakenWhateverItSays() throws IOException {
    assertThat(read(List.of(FAR)).numbers()).containsExactly(1L);
  }

  @Test
  void aStampInThePastIsLate() throws IOException {
    List<String> stamps = everySecond(START, 300);
    stamps.set(150, "1999-01-01T00:00:00Z");

    Reading reading = read(stamps);

    assertThat(reading.late()).isOne();
    assertThat(reading.bad()).isEmpty();
    assertThat(reading.numbers()).isEqualTo(allBut(300, 151));
  }

  private Reading read(List<String> stamps) throws IOException {
    StringBuilder text = new StringBuilder();
    stamps.forEach(stamp -> text.append("{\"time\":\"").append(stamp).append("\"}\n"));
    return Reading.ordered(
        Reading.write(folder, "trace.jsonl", text.toString()), LATENESS.toNanos());
  }

  private static List<String> everySecond(Instant from, int count) {
    List<String> stamps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stamps.add(from.plusSeconds(i).toString());
    }
    return stamps;
  }

  private static List<Long> allBut(long count, long... without) {
    List<Long> left = LongStream.of(without).boxed().toList();
    return LongStream.rangeClosed(1, count).boxed().filter(n -> !left.contains(n)).toList();
  }
}
