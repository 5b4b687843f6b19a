package dev.tocsin.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.InhibitionDefinition;
import dev.tocsin.dsl.routing.RouteDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of what reads well and has no effect. */
final class RouteDoubts {
  private final Diagnostics diagnostics;

  RouteDoubts(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Of routes that stand beside each other. */
  void unreachable(List<RouteDefinition> written, List<RoutePlan> planned) {
    for (int i = 1; i < planned.size(); i++) {
      for (int before = 0; before < i; before++) {
        boolean whole = isWhole(written.get(before), planned.get(before));
        if (whole && takesAllOf(planned.get(before), planned.get(i))) {
          Span first = place(written.get(before));
          diagnostics.warning(
              Code.UNREACHABLE_ROUTE,
              place(written.get(i)),
              "no alert comes here: the route in line %d takes all that would match"
                  .formatted(first.source().line(first.start())),
              Optional.of("put it before that one, or write 'continue: true' there"));
          break;
        }
      }
    }
  }

  /** Without a pattern that could not be read. */
  private static boolean isWhole(RouteDefinition written, RoutePlan planned) {
    return written.matchers().size() == planned.matchers().size();
  }

  private static boolean takesAllOf(RoutePlan first, RoutePlan second) {
    return !first.goesOn() && tests(second.matchers()).containsAll(tests(first.matchers()));
  }

  private static Set<LabelTest> tests(List<LabelTest> tests) {
    return new HashSet<>(tests);
  }

  /** Shorter than the whole route, which may go on for many lines. */
  private static Span place(RouteDefinition route) {
    return route
        .name()
        .map(Located::span)
        .or(() -> route.matchers().stream().findFirst().map(matcher -> matcher.label().span()))
        .orElse(route.span());
  }

  void inhibition(InhibitionDefinition written, InhibitionPlan planned) {
    if (tests(planned.source()).equals(tests(planned.target()))) {
      diagnostics.warning(
          Code.INHIBITS_ITSELF,
          written.source().get(0).label().span(),
          "source and target are the same alerts, so none keeps another from being sent",
          Optional.of("name with 'source' the cause, with 'target' what follows from it"));
    }
  }

  void unused(Located<String> name, String noun, String use) {
    diagnostics.warning(
        Code.UNUSED_NAME,
        name.span(),
        "no route uses the %s '%s'".formatted(noun, name.value()),
        Optional.of(use));
  }
}
