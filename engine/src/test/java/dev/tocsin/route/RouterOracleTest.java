package dev.tocsin.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.route.NaiveRouter.Channel;
import dev.tocsin.route.NaiveRouter.Life;
import dev.tocsin.route.NaiveRouter.Quiet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * A router that passes over moments at which nothing can have changed says what one says that looks
 * at every group at each of its intervals; also when it is written down at every step.
 */
class RouterOracleTest {
  private static final int END = 150;
  private static final double TENTH = 0.1;

  @Property(tries = 400)
  void saysWhatTheNaiveOneSays(
      @ForAll @IntRange(min = 0, max = 15) int wait,
      @ForAll @IntRange(min = 1, max = 25) int interval,
      @ForAll @IntRange(min = 1, max = 60) int repeat,
      @ForAll("lives") @Size(min = 1, max = 8) List<Life> written,
      @ForAll("silences") @Size(max = 3) List<Quiet> silences,
      @ForAll("down") Channel down,
      @ForAll boolean cuts) {
    List<Life> lives = apart(written);
    List<Channel> channels = List.of(new Channel("good", END, END), down);
    NaiveRouter naive = new NaiveRouter(wait, interval, repeat, channels, silences);
    naive.run(lives, END);
    Clockwork run =
        new Clockwork(
            Plans.with(wait * TENTH, interval * TENTH, repeat * TENTH)
                .groupBy("zone")
                .receivers("team", "good", "bad")
                .plan(),
            (channel, at) ->
                (channel.equals("bad") ? down : channels.get(0)).isUp((int) Math.round(at * 10)),
            cuts);
    lives.forEach(
        life ->
            run.alert(
                Map.of("rule", life.name(), "zone", life.zone()),
                life.from() * TENTH,
                life.until() * TENTH));
    silences.forEach(
        quiet -> run.silence("rule", quiet.name(), quiet.from() * TENTH, quiet.until() * TENTH));
    run.run(END * TENTH);
    assertThat(
            run.heard.stream()
                .map(
                    one ->
                        "%d %s %s|%s"
                            .formatted(
                                Math.round(one.at() * 10),
                                one.channel(),
                                String.join(",", one.firing()),
                                String.join(",", one.resolved())))
                .sorted())
        .isEqualTo(naive.heard.stream().sorted().toList());
  }

  /** An alert has one life at a time. */
  private static List<Life> apart(List<Life> written) {
    TreeMap<String, List<Life>> byName = new TreeMap<>();
    List<Life> apart = new ArrayList<>();
    for (Life life : written) {
      List<Life> same = byName.computeIfAbsent(life.shown(), key -> new ArrayList<>());
      boolean overlaps =
          same.stream().anyMatch(one -> one.from() <= life.until() && life.from() <= one.until());
      if (!overlaps) {
        same.add(life);
        apart.add(life);
      }
    }
    return apart;
  }

  @Provide
  Arbitrary<List<Life>> lives() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of("x", "y"),
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(1, 80))
        .as((name, zone, from, length) -> new Life(name, zone, from, from + length))
        .list();
  }

  @Provide
  Arbitrary<List<Quiet>> silences() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(1, 60))
        .as((name, from, length) -> new Quiet(name, from, from + length))
        .list();
  }

  @Provide
  Arbitrary<Channel> down() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 60))
        .as((from, length) -> new Channel("bad", from, from + length));
  }
}
