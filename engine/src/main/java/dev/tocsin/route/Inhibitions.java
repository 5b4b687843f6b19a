package dev.tocsin.route;

import dev.tocsin.match.FiringAlert;
import dev.tocsin.match.Inhibited;
import dev.tocsin.match.InhibitionMatcher;
import dev.tocsin.routing.InhibitionPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which alerts are not sent while others fire. Costs nothing where the file says none. */
final class Inhibitions implements AutoCloseable {
  private final List<InhibitionPlan> plans;
  private final Optional<InhibitionMatcher> matcher;
  private Map<String, Inhibited> byTarget = Map.of();
  private boolean changed;

  Inhibitions(List<InhibitionPlan> plans, InhibitionMatcher.Factory matchers) {
    this.plans = plans;
    this.matcher = plans.isEmpty() ? Optional.empty() : Optional.of(matchers.of(plans));
  }

  void fires(RoutedAlert alert) {
    matcher.ifPresent(one -> one.fires(new FiringAlert(alert.key(), alert.labels())));
    changed = true;
  }

  void ends(String alert) {
    matcher.ifPresent(one -> one.ends(alert));
    changed = true;
  }

  /** Decides anew, and says which alerts may be sent again. */
  List<String> freed() {
    if (!changed || matcher.isEmpty()) {
      return List.of();
    }
    changed = false;
    Map<String, Inhibited> now = new LinkedHashMap<>();
    matcher.get().decide().forEach(each -> now.putIfAbsent(each.target(), each));
    List<String> freed = new ArrayList<>(byTarget.keySet());
    freed.removeAll(now.keySet());
    byTarget = now;
    return freed;
  }

  /** Why an alert is not sent. */
  Optional<String> reason(String alert) {
    return Optional.ofNullable(byTarget.get(alert))
        .map(each -> plans.get(each.rule()).name() + ": " + each.source() + " fires");
  }

  @Override
  public void close() {
    matcher.ifPresent(InhibitionMatcher::close);
  }
}
