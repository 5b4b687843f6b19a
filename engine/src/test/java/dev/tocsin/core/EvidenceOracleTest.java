package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Event;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Evidence against one that looks at every call of the window, on streams of which the sample holds
 * all.
 */
class EvidenceOracleTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Plan PLAN =
      Rules.parse(
          "evidence.yaml",
          """
          rules:
            - {name: cost, condition: sum(cost) by user over 30s > 2}
            - {name: errors, condition: ratio(status != "ok") by model over 40s > 0.4}
            - {name: slow, condition: p50(latency) where user != "u3" over 20s > 0.05}
            - {name: poor, condition: avg(score.q) over 50s < 0.5}
            - {name: busy, condition: count() by user over 10s >= 2}
          """);

  /** What a rule looks at: the window, the calls, what they add, and which is the worst. */
  private record Asked(
      int seconds,
      Predicate<Call> where,
      ToDoubleFunction<Call> blame,
      List<String> leftOut,
      Comparator<Call> worst) {}

  private static final Comparator<Call> NEWEST = Comparator.comparing(Call::timeNanos).reversed();

  private static final Map<String, Asked> ASKED =
      Map.of(
          "cost",
          new Asked(
              30,
              call -> call.costNanoDollars() != Event.UNKNOWN,
              call -> call.costNanoDollars(),
              List.of("user"),
              Comparator.comparing(Call::costNanoDollars).reversed()),
          "errors",
          new Asked(
              40,
              call -> true,
              call -> call.status() == Status.OK ? 0 : 1,
              List.of("model", "status"),
              NEWEST),
          "slow",
          new Asked(
              20,
              call ->
                  call.user() != null
                      && !"u3".equals(call.user())
                      && call.latencyMicros() != Event.UNKNOWN,
              call -> call.latencyMicros() > 50 ? 1 : 0,
              List.of(),
              Comparator.comparing(Call::latencyMicros).reversed()),
          "poor",
          new Asked(
              50,
              call -> call.scoreBillionths("q") != Event.UNKNOWN,
              call -> call.scoreBillionths("q") < 500_000_000 ? 1 : 0,
              List.of(),
              Comparator.comparing(call -> call.scoreBillionths("q"))),
          "busy",
          new Asked(10, call -> true, call -> 1, List.of("user"), NEWEST));

  private static final Map<String, Function<Call, String>> DIMENSIONS = new LinkedHashMap<>();

  static {
    DIMENSIONS.put("model", Call::model);
    DIMENSIONS.put("user", Call::user);
    DIMENSIONS.put("status", call -> call.status().label());
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void isThatOfAllCalls(@ForAll("streams") List<Event> events) {
    for (Transition fired : Runs.ofTrace(PLAN, events, false).transitions()) {
      if (!fired.beginsFiring()) {
        assertThat(fired.evidence().sampled()).isZero();
        continue;
      }
      Asked asked = Objects.requireNonNull(ASKED.get(fired.rule()));
      List<Call> calls = calls(fired, asked, events);
      assertThat(fired.evidence().sampled()).isEqualTo(calls.size());
      assertThat(fired.evidence().contributors()).isEqualTo(contributors(asked, calls));
      assertThat(fired.evidence().exemplars())
          .extracting(Exemplar::call)
          .isEqualTo(
              calls.stream()
                  .filter(call -> asked.blame().applyAsDouble(call) > 0)
                  .sorted(asked.worst().thenComparing(NEWEST))
                  .limit(5)
                  .map(Call::id)
                  .toList());
    }
  }

  /** With the scores that have come by then. */
  private static List<Call> calls(Transition fired, Asked asked, List<Event> events) {
    long tick = Instants.toNanos(fired.time());
    Map<String, Call> calls = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.timeNanos() >= tick) {
        break;
      }
      if (event instanceof Call call) {
        calls.put(String.valueOf(call.id()), call);
      } else if (event instanceof Score score) {
        calls.computeIfPresent(score.call(), (id, call) -> scored(call, score));
      }
    }
    return calls.values().stream()
        .filter(call -> call.timeNanos() >= tick - asked.seconds() * SECOND)
        .filter(asked.where())
        .filter(
            call ->
                fired.group().entrySet().stream()
                    .allMatch(
                        each -> each.getValue().equals(dimension(call, each.getKey(), "(none)"))))
        .toList();
  }

  private static Call scored(Call call, Score score) {
    boolean counts =
        call.scoreBillionths("q") == Event.UNKNOWN
            && score.timeNanos() - call.timeNanos() < 3_600 * SECOND;
    return counts
        ? call.toBuilder().score("q", BigDecimal.valueOf(score.value(), 9)).build()
        : call;
  }

  private static String dimension(Call call, String name, String unknown) {
    return Objects.requireNonNullElse(
        Objects.requireNonNull(DIMENSIONS.get(name)).apply(call), unknown);
  }

  private static List<Contributor> contributors(Asked asked, List<Call> calls) {
    double all = calls.stream().mapToDouble(asked.blame()).sum();
    List<Contributor> found = new ArrayList<>();
    for (String name : DIMENSIONS.keySet()) {
      Map<String, List<Call>> byValue = new TreeMap<>();
      calls.forEach(
          call ->
              byValue.computeIfAbsent(dimension(call, name, ""), v -> new ArrayList<>()).add(call));
      List<Contributor> of = new ArrayList<>();
      byValue.forEach(
          (value, some) -> {
            double share = some.stream().mapToDouble(asked.blame()).sum() / all;
            boolean told = !value.isEmpty() && !asked.leftOut().contains(name);
            if (told && share >= 0.1 && some.size() < calls.size()) {
              of.add(new Contributor(name, value, share, some.size() / (double) calls.size()));
            }
          });
      of.sort(Comparator.comparing(Contributor::share).reversed());
      found.addAll(of.subList(0, Math.min(3, of.size())));
    }
    found.sort(
        Comparator.<Contributor>comparingDouble(each -> each.share() / each.trafficShare())
            .reversed()
            .thenComparing(Comparator.comparing(Contributor::share).reversed()));
    return all > 0 ? found.subList(0, Math.min(8, found.size())) : List.of();
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(100, 400);
  }
}
