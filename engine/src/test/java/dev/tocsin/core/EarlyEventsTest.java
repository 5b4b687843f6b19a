package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Events that wait for their tick, against a list that is sorted at each tick. */
class EarlyEventsTest {
  private static final long TICK = 1000;

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void comeOutByStampThenAsTheyCame(@ForAll Random random) throws IOException {
    EarlyEvents early = new EarlyEvents(TICK);
    List<Event> waiting = new ArrayList<>();
    long tick = random.nextInt(3) * TICK - TICK;
    int made = 0;
    for (int step = 0; step < 60; step++) {
      for (int left = random.nextInt(random.nextInt(6) == 0 ? 200 : 8); left > 0; left--) {
        Event event = event(tick + stamp(random), ++made, random);
        early.add(event);
        waiting.add(event);
      }
      if (random.nextInt(4) == 0) {
        early = copy(early);
      }
      tick += TICK * (random.nextInt(5) == 0 ? random.nextInt(10_000) : 1 + random.nextInt(2));
      assertThat(early.nextDue()).isEqualTo(due(waiting));
      List<Event> seen = new ArrayList<>();
      early.until(tick, seen::add);
      assertThat(texts(seen)).isEqualTo(texts(takeBefore(waiting, tick)));
    }
    List<Event> rest = new ArrayList<>();
    early.until(Long.MAX_VALUE, rest::add);
    assertThat(texts(rest)).isEqualTo(texts(takeBefore(waiting, Long.MAX_VALUE)));
    assertThat(early.nextDue()).isEqualTo(Engine.NEVER);
  }

  /** With their ids, by which all differ. */
  private static List<String> texts(List<Event> events) {
    return events.stream().map(Event::toString).toList();
  }

  /** Close to the tick, at it, equal to others, or far ahead. */
  private static long stamp(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> TICK * random.nextInt(4);
      case 1 -> TICK * random.nextInt(100_000);
      case 2 -> random.nextInt(20);
      default -> random.nextInt((int) (3 * TICK));
    };
  }

  private static Event event(long stamp, int number, Random random) {
    return random.nextInt(5) == 0
        ? new Score(stamp, "c" + number, "q", 1, null, null, null)
        : Call.atNanos(stamp).id("c" + number).build();
  }

  /** The first tick behind an event's stamp sees it. */
  private static long due(List<Event> waiting) {
    return waiting.stream()
        .mapToLong(event -> Math.floorDiv(event.timeNanos(), TICK) * TICK + TICK)
        .min()
        .orElse(Engine.NEVER);
  }

  private static List<Event> takeBefore(List<Event> waiting, long tick) {
    List<Event> taken =
        waiting.stream()
            .filter(event -> event.timeNanos() < tick)
            .sorted(Comparator.comparingLong(Event::timeNanos))
            .toList();
    waiting.removeIf(event -> event.timeNanos() < tick);
    return taken;
  }

  private static EarlyEvents copy(EarlyEvents early) throws IOException {
    ByteOutput bytes = new ByteOutput(1024);
    early.writeTo(bytes);
    EarlyEvents copy = new EarlyEvents(TICK);
    copy.readFrom(new ByteInput(bytes.array(), bytes.size()));
    return copy;
  }
}
