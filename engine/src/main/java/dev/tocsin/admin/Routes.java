package dev.tocsin.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be asked for. */
final class Routes {
  private final List<Route> all;

  /**
   * @param faults how often an answer failed so far
   */
  Routes(Administered engine, LongSupplier faults) {
    this.all =
        Stream.of(
                new AlertRoutes(engine).routes(),
                new SilenceRoutes(engine).routes(),
                new EngineRoutes(engine, faults).routes())
            .flatMap(List::stream)
            .toList();
  }

  List<Route> all() {
    return all;
  }

  /**
   * The route of a path as it came over the wire.
   *
   * @throws Refusal when there is none, or none for this method
   */
  Route find(String method, String rawPath) {
    List<Route> here = all.stream().filter(route -> route.match(rawPath).isPresent()).toList();
    if (here.isEmpty()) {
      List<String> paths = all.stream().map(Route::path).distinct().toList();
      throw Refusal.notFound("there is nothing here", rawPath, paths);
    }
    Optional<Route> route = here.stream().filter(each -> each.method().equals(method)).findFirst();
    return route.orElseThrow(
        () -> Refusal.method(here.stream().map(Route::method).collect(Collectors.joining(", "))));
  }
}
