package dev.tocsin.route;

import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Group;
import java.util.LinkedHashMap;
import java.util.Map;

/** Transitions without what they say of a user who is to be forgotten. */
public final class Scrubbed {
  private Scrubbed() {}

  /**
   * The same without evidence that names the user, and without the name in texts that were made of
   * it; the same object where nothing does.
   */
  public static Transition of(Transition transition, String user) {
    boolean isNamed =
        transition.evidence().contributors().stream()
            .anyMatch(one -> one.dimension().equals("user") && one.value().equals(user));
    if (!isNamed) {
      return transition;
    }
    Map<String, String> annotations = new LinkedHashMap<>();
    transition
        .annotations()
        .forEach((name, text) -> annotations.put(name, text.replace(user, Group.ERASED)));
    return new Transition(
        transition.time(),
        transition.rule(),
        transition.group(),
        transition.activation(),
        transition.from(),
        transition.to(),
        transition.decisive(),
        transition.readings(),
        transition.severity(),
        transition.channels(),
        transition.labels(),
        annotations,
        transition.reason(),
        transition.flapping(),
        Evidence.NONE);
  }
}
