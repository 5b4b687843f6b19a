package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** More groups than an aggregate may have, through reloads and cuts. */
class OverflowGroupTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int MAX_GROUPS = 3;
  private static final EngineLimits LIMITS =
      new EngineLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1000, MAX_GROUPS);

  private static final String RULES =
      """
      rules:
        - {name: seen, condition: count() by user over 20s >= 1}
        - {name: minute, condition: sum(cost) by user per minute >= 0}
        - {name: slow, condition: p95(latency) by user over 20s >= 0}
        - {name: many, condition: distinct(model) by user over 20s >= 1}
        - {name: short, condition: count() over 20s > 1000}
        - {name: long, condition: count() per minute > 1000}
      """;
  private static final Plan PLAN = Rules.parse("rules.yaml", RULES);
  private static final Plan MORE =
      Rules.parse(
          "more.yaml",
          RULES
              + """
                - {name: models, condition: count() by model over 20s > 1000}
                - {name: longer, condition: count() by user over 2m > 1000}
              """);

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void whatIsOverIsCountedApartAndComparedWithNothing(@ForAll Random random) throws IOException {
    List<Transition> transitions = new ArrayList<>();
    Engine engine = engine(PLAN, transitions);
    Models models = new Models();
    int users = 2 + random.nextInt(6);
    boolean extended = false;
    for (long second = 1_000_000; second < 1_000_150; second++) {
      for (int left = calls(random); left > 0; left--) {
        String user = "u" + random.nextInt(users);
        long stamp = second * SECOND + random.nextLong(SECOND);
        engine.arrive(
            Call.atNanos(stamp).user(user).model("m").latencyMicros(5).costNanoDollars(7).build());
        models.take(user, stamp);
      }
      long tick = (second + 1) * SECOND;
      engine.apply(new Input.Tick(tick));
      models.tick(tick);
      models.assertSame(engine, extended);
      if (random.nextInt(40) == 0) {
        engine = copy(engine, extended ? MORE : PLAN, transitions);
      } else if (random.nextInt(60) == 0) {
        extended = !extended;
        engine.apply(new Input.Reload(extended ? MORE : PLAN));
      }
    }
    engine.close();
    assertThat(transitions)
        .isNotEmpty()
        .noneMatch(transition -> transition.group().containsValue("(overflow)"));
  }

  /** What should be where. */
  private static final class Models {
    private final NaiveAdmission sliding =
        new NaiveAdmission(MAX_GROUPS, tick -> stamp -> stamp >= tick - 20 * SECOND);
    private final NaiveAdmission minutes =
        new NaiveAdmission(MAX_GROUPS, tick -> stamp -> minute(stamp) == minute(tick - 1));

    private static long minute(long nanos) {
      return Math.floorDiv(nanos, 60 * SECOND);
    }

    void take(String user, long stamp) {
      sliding.take(user, stamp);
      minutes.take(user, stamp);
    }

    void tick(long tick) {
      sliding.tick(tick);
      minutes.tick(tick);
    }

    void assertSame(Engine engine, boolean extended) {
      List<Reading> readings = engine.readings();
      assertThat(samples(readings, "count() by user over 20s")).isEqualTo(sliding.counts());
      assertThat(samples(readings, "p95(latency) by user over 20s")).isEqualTo(sliding.counts());
      assertThat(samples(readings, "distinct(model) by user over 20s")).isEqualTo(sliding.counts());
      assertThat(samples(readings, "sum(cost) by user per minute")).isEqualTo(minutes.counts());
      assertThat(total(samples(readings, "count() by user over 20s")))
          .isEqualTo(total(samples(readings, "count() over 20s")));
      assertThat(total(samples(readings, "sum(cost) by user per minute")))
          .isEqualTo(total(samples(readings, "count() per minute")));
      if (!extended) {
        assertThat(engine.counters().overflowed())
            .isEqualTo(3 * sliding.overflowed + minutes.overflowed);
      }
      assertThat(engine.alerts()).noneMatch(alert -> alert.group().containsValue("(overflow)"));
      assertThat(engine.alerts().stream().filter(alert -> alert.rule().equals("seen")))
          .hasSize((int) sliding.counts().keySet().stream().filter(u -> u.startsWith("u")).count());
    }
  }

  /** Now and then nobody calls for so long that groups are forgotten. */
  private static int calls(Random random) {
    return random.nextInt(3) > 0 ? 0 : random.nextInt(random.nextInt(5) == 0 ? 12 : 3);
  }

  private static long total(Map<String, Long> samples) {
    return samples.values().stream().mapToLong(each -> each).sum();
  }

  private static Map<String, Long> samples(List<Reading> readings, String term) {
    Map<String, Long> samples = new TreeMap<>();
    for (Reading reading : readings) {
      if (reading.term().equals(term)) {
        samples.put(String.join(",", reading.group().values()), reading.samples());
      }
    }
    return samples;
  }

  private static Engine copy(Engine engine, Plan plan, List<Transition> transitions)
      throws IOException {
    ByteOutput bytes = new ByteOutput(1024);
    engine.writeTo(bytes);
    engine.close();
    Engine copy = engine(plan, transitions);
    copy.readFrom(new ByteInput(bytes.array(), bytes.size()));
    return copy;
  }

  private static Engine engine(Plan plan, List<Transition> transitions) {
    return new Engine(
        plan, DroolsMatcher::new, new PriceList(Map.of()), LIMITS, input -> {}, transitions::add);
  }
}
