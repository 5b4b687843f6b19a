package dev.tocsin.routing;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.RouteDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the tree of routes, each with what it has from those above it. */
final class RoutePlanner {
  private static final String ROOT = "{}";

  /** Alertmanager's, for a root that says nothing. */
  private static final Duration GROUP_WAIT = Duration.ofSeconds(30);

  private static final Duration GROUP_INTERVAL = Duration.ofMinutes(5);

  private static final RoutePlan ABOVE_THE_ROOT =
      new RoutePlan(
          ROOT,
          List.of(),
          Optional.empty(),
          false,
          List.of(),
          false,
          GROUP_WAIT.toNanos(),
          GROUP_INTERVAL.toNanos(),
          RoutePlan.REPEAT_INTERVAL.toNanos(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());

  private static final Comparator<LabelTest> ORDER =
      Comparator.comparing((LabelTest test) -> test.matcher().label())
          .thenComparing(test -> test.matcher().operator())
          .thenComparing(test -> test.matcher().value());

  private final MatcherPlanner matchers;
  private final RouteNames names;
  private final RouteDoubts doubts;
  private final Set<String> paths = new HashSet<>();

  RoutePlanner(RouteNames names, Diagnostics diagnostics) {
    this.matchers = new MatcherPlanner(diagnostics);
    this.names = names;
    this.doubts = new RouteDoubts(diagnostics);
  }

  RoutePlan root(RouteDefinition written) {
    paths.add(ROOT);
    return plan(written, ROOT, List.of(), ABOVE_THE_ROOT);
  }

  private RoutePlan plan(
      RouteDefinition written, String path, List<LabelTest> tests, RoutePlan above) {
    List<String> groupBy = written.groupBy().map(RoutePlanner::values).orElse(above.groupBy());
    boolean each =
        written.groupBy().map(labels -> isEach(values(labels))).orElse(above.groupsByAll());
    Optional<String> receiver =
        written.channels().map(names::ofChannels).or(() -> written.receiver().map(names::receiver));
    RoutePlan childless =
        new RoutePlan(
            path,
            tests,
            receiver.or(above::receiver),
            written.goesOn(),
            each ? List.of() : groupBy,
            each,
            nanos(written.groupWait(), above.groupWaitNanos()),
            nanos(written.groupInterval(), above.groupIntervalNanos()),
            nanos(written.repeatInterval(), above.repeatIntervalNanos()),
            written.mute().stream().flatMap(name -> names.interval(name).stream()).toList(),
            written.active().stream().flatMap(name -> names.interval(name).stream()).toList(),
            written.escalations().map(names::escalations).orElse(above.escalations()),
            written.budget().map(RoutePlanner::budget).orElse(above.budget()),
            List.of());
    return with(childless, children(written, childless));
  }

  private List<RoutePlan> children(RouteDefinition written, RoutePlan above) {
    List<RoutePlan> children = new ArrayList<>();
    for (RouteDefinition child : written.children()) {
      List<LabelTest> tests = matchers.tests(child.matchers());
      String own =
          child
              .name()
              .map(Located::value)
              .orElseGet(
                  () ->
                      tests.stream()
                          .sorted(ORDER)
                          .map(LabelTest::matcher)
                          .map(LabelMatcher::toString)
                          .collect(Collectors.joining(",", "{", "}")));
      children.add(plan(child, unique(above.path() + "/" + own), tests, above));
    }
    doubts.unreachable(written.children(), children);
    return children;
  }

  /** The second of two that read alike gets a number. */
  private String unique(String path) {
    String unique = path;
    for (int i = 2; !paths.add(unique); i++) {
      unique = path + "#" + i;
    }
    return unique;
  }

  private static boolean isEach(List<String> labels) {
    return labels.equals(List.of(RouteDefinition.EACH));
  }

  private static Optional<RoutePlan.Budget> budget(RouteDefinition.Budget written) {
    return written.equals(RouteDefinition.Budget.OFF)
        ? Optional.empty()
        : Optional.of(new RoutePlan.Budget(written.alerts(), written.per().toNanos()));
  }

  private static List<String> values(List<Located<String>> names) {
    return names.stream().map(Located::value).toList();
  }

  private static long nanos(Optional<Located<Duration>> written, long above) {
    return written.map(duration -> duration.value().toNanos()).orElse(above);
  }

  private static RoutePlan with(RoutePlan route, List<RoutePlan> children) {
    return new RoutePlan(
        route.path(),
        route.matchers(),
        route.receiver(),
        route.goesOn(),
        route.groupBy(),
        route.groupsByAll(),
        route.groupWaitNanos(),
        route.groupIntervalNanos(),
        route.repeatIntervalNanos(),
        route.mute(),
        route.active(),
        route.escalations(),
        route.budget(),
        children);
  }
}
