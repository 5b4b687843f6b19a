package dev.tocsin.route;

import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered, without what it says of a user who is to be forgotten. */
public final class Scrubbed {
  private Scrubbed() {}

  /**
   * Without the user among those that contribute, without calls, which may be the user's, and
   * without texts that name the user.
   */
  public static Transition of(Transition transition, String user) {
    Evidence evidence = transition.evidence();
    boolean names =
        evidence.contributors().stream()
            .anyMatch(one -> one.dimension().equals("user") && one.value().equals(user));
    if (!names) {
      return transition;
    }
    Map<String, String> annotations = new LinkedHashMap<>(transition.annotations());
    annotations.values().removeIf(text -> text.contains(user));
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

  /** Whether a text has the key of an alert or group of the user. */
  public static boolean isAbout(String text, String user) {
    String value = user.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String dimension = "user=\"" + value + "\"";
    return text.contains("{" + dimension) || text.contains("," + dimension);
  }
}
