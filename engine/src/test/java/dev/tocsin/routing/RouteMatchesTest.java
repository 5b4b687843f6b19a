package dev.tocsin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteMatchesTest {
  private static final RoutePlan TEAMS =
      root(
          """
          routes:
            channels: [D]
            routes:
              - match: [owner = A]
                channels: [A]
                routes:
                  - {match: [env = testing], channels: [T]}
                  - {match: [env = production], channels: [P1], continue: true}
                  - {match: ['env =~ produ.*', 'job =~ .*'], channels: [P2]}
              - {match: ['owner =~ team-(B|C)'], channels: [BC]}
          """);

  /** Case N15 of the conformance list. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "owner=A -> A",
        "owner=A,env=unset -> A",
        "owner=A,env=testing -> T",
        "owner=A,env=production -> P1 P2",
        "owner=team-C -> BC",
        "owner=xteam-B -> D",
        "env=testing -> D",
        "owner=team-Bx -> D",
      })
  void asAlertmanagerDoes(String labels, String receivers) {
    assertThat(
            String.join(
                " ",
                RouteMatches.of(TEAMS, labels(labels)).stream()
                    .map(route -> route.receiver().orElseThrow())
                    .toList()))
        .isEqualTo(receivers);
  }

  @Test
  void aLabelThatIsMissingIsEmpty() {
    RoutePlan root =
        root(
            """
            routes:
              routes:
                - {name: none, match: [team = ""], continue: true}
                - {name: other, match: [team != a], continue: true}
                - {name: any, match: ['team =~ .*'], continue: true}
                - {name: some, match: ['team =~ .+'], continue: true}
                - {name: not a, match: ['team !~ a'], continue: true}
            """);

    assertThat(paths(RouteMatches.of(root, Map.of())))
        .containsExactly("{}/none", "{}/other", "{}/any", "{}/not a");
    assertThat(paths(RouteMatches.of(root, Map.of("team", "a"))))
        .containsExactly("{}/any", "{}/some");
  }

  @Test
  void aChildThatTakesNothingLeavesTheAlertToTheRouteAboveIt() {
    RoutePlan root =
        root(
            """
            routes:
              routes:
                - {name: a, match: [x = "1"], continue: true, routes: [{name: b, match: [y = "1"]}]}
                - {name: c, match: [x = "1"]}
            """);

    assertThat(paths(RouteMatches.of(root, Map.of("x", "1")))).containsExactly("{}/a", "{}/c");
    assertThat(paths(RouteMatches.of(root, Map.of("x", "1", "y", "1"))))
        .containsExactly("{}/a/b", "{}/c");
    assertThat(paths(RouteMatches.of(root, Map.of("y", "1")))).containsExactly("{}");
  }

  private static RoutePlan root(String routes) {
    return Rules.parse("rules.yaml", "rules: []\n" + routes).routing().root();
  }

  private static List<String> paths(List<RoutePlan> routes) {
    return routes.stream().map(RoutePlan::path).toList();
  }

  private static Map<String, String> labels(String written) {
    Map<String, String> labels = new TreeMap<>();
    for (String label : written.split(",", -1)) {
      labels.put(label.replaceFirst("=.*", ""), label.replaceFirst(".*?=", ""));
    }
    return labels;
  }
}
