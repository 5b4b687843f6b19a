package dev.tocsin.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.match.RecordingMatcher.Held;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the gate tells the matcher is what telling it everything would come to. */
class GateTest {

  /** A reading (its number modulo how many there are) reads something. */
  record Look(int reading, int user, double value, long samples) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void matcherKnowsExactlyWhatHolds(@ForAll("plans") Plan plan, @ForAll("looks") List<Look> looks) {
    RecordingMatcher matcher = new RecordingMatcher();
    Gate gate = new Gate(plan, matcher);
    Map<List<Integer>, Long> states = new HashMap<>();
    Set<Held> held = new HashSet<>();
    for (Look look : looks) {
      int id = look.reading() % plan.readings().size();
      Group group = new Group(List.of("user"), List.of("u" + look.user()));
      List<Integer> state = List.of(id, look.user());
      double value = onThreshold(plan, id, look.value());
      Set<Held> before = Set.copyOf(held);
      int told = matcher.calls;
      long noted = states.getOrDefault(state, ReadingState.FRESH);
      states.put(
          state,
          gate.reading(plan.readings().get(id), slot -> group, 0, noted, value, look.samples()));
      for (CrossingPlan crossing : plan.crossings()) {
        if (crossing.reading().id() == id) {
          Held one = new Held(crossing.id(), group);
          boolean holds =
              look.samples() >= crossing.minSamples()
                  && holds(value, crossing.operator().symbol(), crossing.threshold());
          assertThat(crossing.holds(value, look.samples())).isEqualTo(holds);
          if (holds) {
            held.add(one);
          } else {
            held.remove(one);
          }
        }
      }
      assertThat(matcher.held).isEqualTo(held);
      assertThat(gate.changed()).isEqualTo(!held.equals(before));
      assertThat(gate.changed()).isFalse();
      assertThat(matcher.calls > told).isEqualTo(!held.equals(before));
    }
  }

  @Test
  void looksAtTheConstantsBetweenTheBandsOnly() {
    String rules = "rules:\n";
    for (int constant = 1; constant <= 5; constant++) {
      rules +=
          "  - {name: above_%d, condition: count() over 1m > %d}%n".formatted(constant, constant);
    }
    Bands bands = new Bands(Rules.parse("bands.yaml", rules).crossings());
    assertThat(constants(bands, 1.5, 3.5)).containsExactly(1, 2, 3);
    assertThat(constants(bands, 3.5, 1.5)).containsExactly(1, 2, 3);
    assertThat(constants(bands, 2, 3)).containsExactly(1, 2);
    assertThat(constants(bands, 9, 6)).isEmpty();
    assertThat(constants(bands, Double.NaN, 1)).containsExactly(0, 1, 2, 3, 4);
  }

  private static List<Integer> constants(Bands bands, double one, double other) {
    return bands.between(bands.band(one), bands.band(other)).stream()
        .map(some -> some.get(0).constant())
        .toList();
  }

  private static boolean holds(double value, String operator, double threshold) {
    if (Double.isNaN(value)) {
      return false;
    }
    int order = value == threshold ? 0 : value < threshold ? -1 : 1; // -0.0 equals 0.0
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case "==" -> order == 0;
      default -> order != 0;
    };
  }

  /** Moves small integers onto one of the reading's constants, so that they are hit exactly. */
  private static double onThreshold(Plan plan, int reading, double value) {
    List<Double> thresholds =
        plan.crossings().stream()
            .filter(crossing -> crossing.reading().id() == reading)
            .map(CrossingPlan::threshold)
            .toList();
    return value >= 1 && value <= 9 && value == Math.rint(value)
        ? thresholds.get((int) value % thresholds.size())
        : value;
  }

  @Provide
  Arbitrary<Plan> plans() {
    return RandomConditions.rules(RandomConditions.comparison(" by user"));
  }

  @Provide
  Arbitrary<List<Look>> looks() {
    Arbitrary<Double> values =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 9).map(Integer::doubleValue),
            Arbitraries.doubles().between(-7000, 7000),
            Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                0.0,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE));
    return Combinators.combine(
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 1),
            values,
            Arbitraries.longs().between(0, 5))
        .as(Look::new)
        .list()
        .ofMaxSize(40);
  }
}
