package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which alert a user means. */
final class AlertNames {
  private static final int MOST_SHOWN = 5;

  private AlertNames() {}

  /**
   * The key of an alert, which may be written as its key or, where its rule has only one, as the
   * rule's name. What is no alert that lives is taken for a key.
   *
   * @throws CommandFailure when the rule has several
   */
  static String key(AdminClient client, String written) {
    List<String> ofRule = new ArrayList<>();
    for (JsonNode alert : client.get("/api/v1/alerts").path("alerts")) {
      String key = alert.path("alert").asText();
      if (key.equals(written)) {
        return key;
      }
      if (alert.path("rule").asText().equals(written)) {
        ofRule.add(key);
      }
    }
    if (ofRule.size() > 1) {
      String more = ofRule.size() > MOST_SHOWN ? ", ..." : "";
      throw CommandFailure.wrong(
          "'" + written + "' has " + ofRule.size() + " alerts; which of them?",
          Optional.of(
              ofRule.stream()
                  .limit(MOST_SHOWN)
                  .map(key -> "'" + key + "'")
                  .collect(Collectors.joining(", ", "", more))));
    }
    return ofRule.isEmpty() ? written : ofRule.get(0);
  }
}
