package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Condition.Compare;
import dev.tocsin.core.NaiveFold.Fact;
import dev.tocsin.journal.Input;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All kinds of folds through more than a day: bursts and gaps, calls that come late, too late,
 * early and at once, and a clock that jumps, stands still and steps back.
 */
class DayOfEventsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long LATENESS = 30 * SECOND;
  private static final long HOURS = 30 * 3600 * SECOND;
  private static final List<List<String>> BY =
      List.of(List.of(), List.of("user"), List.of("model", "user"));
  private static final List<String> WINDOWS =
      List.of(
          "over 10s",
          "over 7m",
          "over 2h",
          "over 1d",
          "per hour",
          "per day \"Europe/Berlin\"",
          "over 2m offset 1m",
          "per day \"Europe/Berlin\" offset 1d");
  private static final List<String> FUNCTIONS =
      List.of(
          "count()",
          "sum(cost)",
          "avg(latency)",
          "min(latency)",
          "max(output_tokens)",
          "stddev(latency)",
          "last(output_tokens)",
          "distinct(user)",
          "avg(score.q)",
          "ratio(status != \"ok\")",
          "p50(latency)",
          "p95(output_tokens)");
  private static final List<String> WHERE =
      List.of("", "", "model == \"m1\"", "status == \"ok\"", "latency > 0.05");

  private static final List<Term> TERMS = terms();
  private static final Plan PLAN =
      RandomRule.plan(
          TERMS.stream()
              .map(term -> new Compare(term, ">", "0.5"))
              .map(compare -> new RandomRule(compare, compare.term().by(), -1, 0, 0))
              .toList());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyReadingIsThatOfAllItsCallsFromScratch(long seed) {
    List<Fact> facts = new ArrayList<>();
    long ticks = 0;
    try (Engine engine = engine(new ArrayList<>())) {
      for (Input input : inputs(new Random(seed))) {
        if (input instanceof Input.Arrival arrival
            && arrival.event() instanceof Call call
            && (facts.isEmpty() || call.timeNanos() >= engine.lastTick() - LATENESS)) {
          facts.add(new Fact(call.timeNanos(), call, -1));
        }
        long before = engine.lastTick();
        engine.apply(input);
        if (input instanceof Input.Tick tick) {
          assertThat(engine.lastTick()).isEqualTo(Math.max(before, tick.nanos()));
          if (++ticks % 40 == 0 && before < tick.nanos()) { // else calls came since the last tick
            assertReadings(engine, facts);
          }
        }
      }
      assertThat(engine.counters().accepted()).isEqualTo(facts.size());
      assertThat(engine.counters().late()).isPositive();
    }
    assertThat(ticks).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void howCallsAreBatchedAndWhereItIsCutChangesNothing(long seed) throws IOException {
    List<Input> inputs = inputs(new Random(seed));
    Runs.Run batched = Runs.ofInputs(PLAN, inputs);
    assertThat(batched.transitions()).hasSizeGreaterThan(100);

    List<Transition> oneByOne = new ArrayList<>();
    try (Engine engine = engine(oneByOne)) {
      for (Input input : inputs) {
        engine.apply(input);
        engine.flush();
      }
      assertThat(oneByOne).isEqualTo(batched.transitions());
      assertThat(engine.counters()).isEqualTo(batched.counters());
    }

    Runs.Run cut = Runs.cutAt(PLAN, inputs, new Random(seed).nextInt(inputs.size()));
    assertThat(cut.transitions()).isEqualTo(batched.transitions());
    assertThat(cut.counters()).isEqualTo(batched.counters());
  }

  private static void assertReadings(Engine engine, List<Fact> facts) {
    long tick = engine.lastTick();
    List<Fact> seen = facts.stream().filter(fact -> fact.stamp() < tick).toList();
    Map<List<Object>, Reading> readings = new HashMap<>();
    for (Reading reading : engine.readings()) {
      List<String> values = List.copyOf(reading.group().values());
      readings.put(List.of(reading.term(), values), reading);
    }
    for (Term term : TERMS) {
      for (List<String> group : groups(seen, term.by())) {
        NaiveReading expected = NaiveReading.of(term, group, seen, tick);
        Reading reading = readings.get(List.of(term.text(), group));
        String what = term.text() + " of " + group + " at " + tick;
        if (reading == null) {
          assertThat(expected.samples()).as(what).isZero();
          continue;
        }
        assertThat(reading.samples()).as(what).isEqualTo(expected.samples());
        Double value = reading.value();
        if (value == null) {
          assertThat(expected.value()).as(what).isNaN();
        } else {
          double exact = expected.value() / NaiveReading.scale(term);
          assertThat(value).as(what).isCloseTo(exact, within(Math.abs(exact) * 1e-9 + 1e-12));
        }
      }
    }
  }

  private static List<List<String>> groups(List<Fact> facts, List<String> by) {
    return by.isEmpty()
        ? List.of(by)
        : facts.stream().map(fact -> NaiveFold.group(fact.call(), by)).distinct().toList();
  }

  private static List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    int number = 0;
    for (String function : FUNCTIONS) {
      for (int i = 0; i < 4; i++, number++) {
        terms.add(
            new Term(
                function,
                WHERE.get(number % WHERE.size()),
                BY.get(number % BY.size()),
                WINDOWS.get((number * 3 + i) % WINDOWS.size())));
      }
    }
    for (List<String> by : BY) {
      terms.add(new Term("rate()", "", by, "over 7m"));
      terms.add(new Term("ks(output_tokens)", "", by, "over 10s vs previous 5m"));
      terms.add(new Term("mean_shift(cost)", "", by, "over 2m offset 3s vs previous 5m"));
    }
    return terms.stream().distinct().toList();
  }

  /** Calls in the order in which they come, and ticks. */
  private static List<Input> inputs(Random random) {
    List<Input> inputs = new ArrayList<>();
    long now = Streams.START;
    for (int number = 0; now < Streams.START + HOURS; ) {
      for (int left = burst(random); left > 0; left--) {
        long stamp = stamp(now, random);
        for (int same = random.nextInt(6) == 0 ? 4 : 1; same > 0; same--) {
          inputs.add(new Input.Arrival(call(stamp, "c" + number++, random)));
        }
        long next = now + random.nextLong(4 * SECOND);
        ticks(now, next, random).forEach(tick -> inputs.add(new Input.Tick(tick)));
        now = next;
      }
      long gap =
          random.nextInt(3) == 0 ? random.nextLong(HOURS / 10) : random.nextLong(600 * SECOND);
      long last = Math.floorDiv(now + gap, SECOND) * SECOND;
      inputs.add(new Input.Tick(now - now % SECOND));
      for (int jumps = random.nextInt(4); jumps > 0; jumps--) {
        long tick = now + random.nextLong(gap + 1);
        inputs.add(new Input.Tick(tick - tick % SECOND)); // some of them step back
      }
      inputs.add(new Input.Tick(last));
      now += gap;
    }
    return inputs;
  }

  private static int burst(Random random) {
    return 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 10);
  }

  private static LongStream ticks(long from, long until, Random random) {
    long first = Math.floorDiv(from, SECOND) + 1;
    LongStream ticks = LongStream.rangeClosed(first, Math.floorDiv(until, SECOND));
    return (random.nextInt(10) == 0 ? LongStream.concat(LongStream.of(first - 7), ticks) : ticks)
        .map(tick -> tick * SECOND);
  }

  private static long stamp(long now, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> now - random.nextLong(LATENESS);
      case 1 -> now - random.nextLong(4 * LATENESS);
      case 2 -> now + random.nextLong(60 * SECOND);
      case 3 -> now / SECOND * SECOND;
      case 4 -> random.nextInt(8) == 0 ? now + random.nextLong(HOURS / 5) : now;
      default -> now;
    };
  }

  private static Call call(long stamp, String id, Random random) {
    CallBuilder call =
        Call.atNanos(stamp)
            .id(id)
            .user(random.nextInt(8) == 0 ? null : "u" + (1 + random.nextInt(3)))
            .model(random.nextInt(8) == 0 ? null : "m" + (1 + random.nextInt(2)))
            .status(random.nextInt(4) == 0 ? Status.ERROR : Status.OK)
            .costNanoDollars(random.nextLong(3_000_000_000L));
    if (random.nextInt(6) > 0) {
      call.latencyMicros(random.nextLong(121)).outputTokens(random.nextLong(13));
    }
    return (random.nextInt(3) == 0
            ? call.score("q", BigDecimal.valueOf(random.nextInt(11), 1))
            : call)
        .build();
  }

  private static Engine engine(List<Transition> transitions) {
    return new Engine(
        PLAN,
        DroolsMatcher::new,
        new PriceList(Map.of()),
        EngineLimits.DEFAULT,
        input -> {},
        transitions::add);
  }
}
