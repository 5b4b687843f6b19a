package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Event;
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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Rules that differ in one text, through reloads that add and remove some, and cuts, against the
 * same rules written so that each is folded by itself: asking for one of two users, of whom one
 * never comes.
 */
class FamiliesTest {
  private static final List<String> CONDITIONS =
      List.of(
          "count() where %s over 20s >= 2",
          "count() where %s over 2m < 1",
          "count() where (%s and status == \"ok\") over 20s >= 2",
          "count() where (model == \"m1\" and %s) over 1m >= 2",
          "sum(cost) where %s over 7m > 3",
          "sum(cost) where %s per minute > 2",
          "sum(cost) where %s per day > 5",
          "avg(latency) where %s over 2m > 0.05",
          "ratio(status != \"ok\") where %s over 1m > 0.4",
          "p50(latency) where %s over 3m > 0.05",
          "p90(latency) where %s over 3m > 0.1",
          "max(output_tokens) where %s over 1m > 9",
          "distinct(model) where %s over 1m > 1",
          "last(output_tokens) where %s over 1m > 6",
          "avg(score.q) where %s over 5m < 0.5",
          "sum(cost) where %s over 1m offset 1m > 1",
          "count() where %s over 1m > 2 * count() where %s over 1m offset 2m",
          "absent(count() where %s over 30s)",
          "ks(output_tokens) where %s over 1m vs previous 5m > 0.3",
          "ks(*) where %s over 1m vs previous 5m > 0.3",
          "ks(*) where %s over 1m vs previous 5m > 0.6",
          "cliffs_delta(*) where %s over 1m vs previous 5m > 0.2",
          "psi(*) where %s over 2m offset 1m vs previous 5m > 0.3",
          "absent(ks(*) where %s over 10s vs previous 20s)");

  private static final List<String> NO_DATA =
      List.of("resolve", "resolve", "resolve", "keep", "fire", "alert");

  private static final List<String> USERS = List.of("u1", "u2", "u3", "nobody");

  private static final String OFTEN = "groups:\n  - name: often\n    rules:\n";
  private static final String SELDOM = "  - name: seldom\n    evaluate_every: 5s\n    rules:\n";

  /** A rule file, of families and not. */
  private record Twin(Plan family, Plan single) {
    static Twin random(long seed, int size, Random which) {
      StringBuilder family = new StringBuilder(OFTEN);
      StringBuilder single = new StringBuilder(OFTEN);
      Random random = new Random(seed);
      for (int i = 0; i < size; i++) {
        String condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        String user = USERS.get(random.nextInt(USERS.size()));
        int samples = random.nextInt(4);
        String noData = NO_DATA.get(random.nextInt(NO_DATA.size()));
        if (i > 0 && which.nextInt(4) == 0) {
          continue;
        }
        if (i == size / 2 && which.nextBoolean()) {
          family.append(SELDOM);
          single.append(SELDOM);
        }
        String rule = "      - {name: r%d, condition: '%s', min_samples: %d, no_data: %s}%n";
        family.append(rule.formatted(i, condition.replace("%s", keyed(user)), samples, noData));
        single.append(rule.formatted(i, condition.replace("%s", apart(user)), samples, noData));
      }
      return new Twin(
          Rules.parse("rules.yaml", family.toString()),
          Rules.parse("rules.yaml", single.toString()));
    }

    private static String keyed(String user) {
      return "user == \"%s\"".formatted(user);
    }

    private static String apart(String user) {
      return "user in (\"%s\", \"no one else\")".formatted(user);
    }
  }

  /** An engine and what came of it. */
  private static final class Run {
    private final EngineLimits limits;
    private final List<Transition> transitions = new ArrayList<>();
    private Plan plan;
    private Engine engine;

    Run(Plan plan, int maxGroups) {
      this.limits = new EngineLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1000, maxGroups);
      this.plan = plan;
      this.engine = engine();
    }

    private Engine engine() {
      return new Engine(
          plan, DroolsMatcher::new, new PriceList(Map.of()), limits, input -> {}, transitions::add);
    }

    void reload(Plan other) {
      plan = other;
      engine.apply(new Input.Reload(other));
    }

    void cut() throws IOException {
      ByteOutput state = new ByteOutput(1024);
      engine.writeTo(state);
      engine.close();
      engine = engine();
      engine.readFrom(new ByteInput(state.array(), state.size()));
    }

    /** Alerts that ended because their rules are gone; their groups may be too, and not read. */
    List<String> ended() {
      List<String> ended =
          transitions.stream()
              .map(each -> each.time() + each.rule() + each.group() + each.from() + each.to())
              .map(Run::words)
              .toList();
      transitions.clear();
      return ended;
    }

    /** What was said since the last time, in the words of the family. */
    String transitions() {
      String said = words(transitions.toString());
      transitions.clear();
      return said;
    }

    /** The same, and what is read. */
    String said() {
      StringBuilder said = new StringBuilder(transitions());
      engine.readings().forEach(reading -> said.append('\n').append(reading));
      said.append(engine.counters()).append(engine.alerts()).append(engine.rulesWithoutData());
      return words(said.toString());
    }

    private static String words(String said) {
      return said.replaceAll("user in \\((\".*?\"), \"no one else\"\\)", "user == $1");
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void sameAsEachByItself(@ForAll("streams") List<Event> events, @ForAll Random random)
      throws IOException {
    long seed = random.nextLong();
    int size = 2 + random.nextInt(24);
    int maxGroups = random.nextInt(3) == 0 ? 2 : 1000;
    Twin twin = Twin.random(seed, size, random);
    Run family = new Run(twin.family(), maxGroups);
    Run single = new Run(twin.single(), maxGroups);
    for (Input input : OutOfOrder.feed(events, random)) {
      family.engine.apply(input);
      single.engine.apply(input);
      if (random.nextInt(150) == 0) {
        assertThat(family.transitions()).isEqualTo(single.transitions());
        Twin next = Twin.random(seed, size, random);
        family.reload(next.family());
        single.reload(next.single());
        assertThat(family.ended()).isEqualTo(single.ended());
      }
      if (random.nextInt(150) == 0) {
        family.cut();
      }
      if (input instanceof Input.Tick tick
          && tick.nanos() % (5 * Streams.SECOND) == 0
          && random.nextInt(4) == 0) {
        assertThat(family.said()).isEqualTo(single.said());
      }
    }
    assertThat(family.transitions()).isEqualTo(single.transitions());
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void sameWithoutTheTicksAtWhichNothingChanges(
      @ForAll("streams") List<Event> events, @ForAll Random random) {
    Twin twin = Twin.random(random.nextLong(), 24, random);
    Runs.Run skipping = Runs.ofTrace(twin.family(), events, false);
    Runs.Run everyTick = Runs.ofTrace(twin.single(), events, true);
    assertThat(Run.words(skipping.transitions().toString()))
        .isEqualTo(Run.words(everyTick.transitions().toString()));
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(120, 200);
  }
}
