package dev.tocsin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RouteCandidatesTest {
  private static final RoutePlan TREE =
      root(
          """
          routes:
            routes:
              - match: [a = 1]
                continue: true
                routes:
                  - {match: [b = 1]}
                  - {match: ['b =~ "[12]"'], continue: true, routes: [{match: [c != 1]}]}
                  - {match: [c = 2]}
              - match: ['a =~ "[12]"']
                routes:
                  - {match: [c = 1], continue: true}
                  - {match: [c = 1, b != 2]}
                  - {match: [b = 3]}
              - {match: [b = 2], continue: true}
              - {match: ['c !~ "[01]"'], continue: true}
              - {match: [a = 3]}
          """);

  @Test
  void whatIsNotKnownMakesRoutesPossible() {
    RoutePlan root =
        root(
            """
            routes:
              routes:
                - {name: u1, match: [user = u1, severity = critical]}
                - {name: mine, match: [user = u2]}
                - {name: log, match: [severity = critical], continue: true}
                - {name: critical, match: [severity = critical]}
                - {name: more, match: [severity = critical]}
            """);

    assertThat(candidates(root, Map.of("severity", "critical")))
        .containsExactly("{}/u1?", "{}/mine?", "{}/log?", "{}/critical?");
    assertThat(candidates(root, Map.of("severity", "info"))).containsExactly("{}/mine?", "{}?");
    assertThat(RouteCandidates.of(root, Map.of("severity", "critical"), Set.of()))
        .extracting(RouteCandidates.Candidate::certain)
        .containsOnly(true);
  }

  @Test
  void anAlertWithChannelsGoesToTheFirstAlone() {
    RoutePlan root =
        root(
            """
            routes:
              routes:
                - {name: u1, match: [user = u1], continue: true}
                - {name: log, match: [severity = critical], continue: true}
                - {name: critical, match: [severity = critical]}
            """);
    Map<String, String> critical = Map.of("severity", "critical");

    assertThat(texts(RouteCandidates.first(RouteCandidates.of(root, critical, Set.of("user")))))
        .containsExactly("{}/u1?", "{}/log?");
    assertThat(texts(RouteCandidates.first(RouteCandidates.of(root, critical, Set.of()))))
        .containsExactly("{}/log");
  }

  /** Asked with some labels known and some not. */
  @Property(tries = 500)
  void theRoutesThatTakeAnAlertAreAmongThoseThatMay(
      @ForAll @IntRange(max = 63) int values, @ForAll @IntRange(max = 7) int known) {
    Map<String, String> alert =
        Map.of(
            "a", String.valueOf(values % 4),
            "b", String.valueOf(values / 4 % 4),
            "c", String.valueOf(values / 16));
    Set<String> unknown = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      if ((known >> i & 1) == 0) {
        unknown.add("abc".substring(i, i + 1));
      }
    }
    Map<String, String> said = new TreeMap<>(alert);
    said.keySet().removeAll(unknown);
    List<RoutePlan> taken = RouteMatches.of(TREE, alert);
    List<RouteCandidates.Candidate> candidates = RouteCandidates.of(TREE, said, unknown);

    assertThat(candidates).extracting(RouteCandidates.Candidate::route).containsAll(taken);
    assertThat(taken)
        .containsAll(
            candidates.stream()
                .filter(RouteCandidates.Candidate::certain)
                .map(RouteCandidates.Candidate::route)
                .toList());
    if (unknown.isEmpty()) {
      assertThat(candidates).extracting(RouteCandidates.Candidate::route).isEqualTo(taken);
    }
  }

  private static List<String> candidates(RoutePlan root, Map<String, String> labels) {
    return texts(RouteCandidates.of(root, labels, Set.of("user")));
  }

  private static RoutePlan root(String routes) {
    return Rules.parse("rules.yaml", "rules: []\n" + routes).routing().root();
  }

  private static List<String> texts(List<RouteCandidates.Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> candidate.route().path() + (candidate.certain() ? "" : "?"))
        .toList();
  }
}
