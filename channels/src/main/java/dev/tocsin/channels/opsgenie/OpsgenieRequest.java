package dev.tocsin.channels.opsgenie;

import static dev.tocsin.channels.json.JsonText.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.PlainText;
import dev.tocsin.channels.text.Standing;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request of Opsgenie's Alert API v2 (https://docs.opsgenie.com/docs/alert-api), within its
 * limits: 130 characters of message, 512 of alias, 15,000 of description, 8,000 of details.
 *
 * @param method of HTTP
 * @param path with the alias
 * @param body what
 */
record OpsgenieRequest(String method, String path, Map<String, Object> body) {
  private static final String ALERTS = "/v2/alerts";
  private static final int LONGEST_MESSAGE = 130;
  private static final int LONGEST_ALIAS = 512;
  private static final int LONGEST_DESCRIPTION = 15_000;
  private static final int LONGEST_DETAIL = 300;
  private static final int LONGEST_USER = 100;
  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST_DETAILS = 6_000;

  /**
   * What a notification with that cause says about an alert; none where it has nothing to say. One
   * that got worse is created again, which counts it, and has its priority changed, which creating
   * does not.
   */
  static List<OpsgenieRequest> of(NotifiedAlert alert, Message.Cause cause, String source) {
    AlertText text = AlertText.of(alert, cause);
    if (text.standing() == Standing.RESOLVED) {
      return List.of(action(text, "close", object("source", source)));
    }
    if (cause == Message.Cause.ACKNOWLEDGED) {
      return alert.acknowledged().stream()
          .map(
              by ->
                  action(
                      text,
                      "acknowledge",
                      object(
                          "source",
                          source,
                          "user",
                          line(by.by(), LONGEST_USER),
                          "note",
                          line(by.comment(), LONGEST_NOTE))))
          .toList();
    }
    OpsgenieRequest create = new OpsgenieRequest("POST", ALERTS, alert(text, alert, source));
    return alert.transition().from() == AlertState.FIRING
        ? List.of(create, priority(text))
        : List.of(create);
  }

  /** Readable where it fits. */
  static String alias(String key) {
    String readable = PlainText.line(key);
    return key.equals(readable) && key.length() <= LONGEST_ALIAS ? key : PlainText.digest(key);
  }

  private static Map<String, Object> alert(AlertText text, NotifiedAlert alert, String source) {
    return object(
        "message",
        line(text.title(), LONGEST_MESSAGE),
        "alias",
        alias(text.key()),
        "description",
        description(text, alert),
        "details",
        details(text.facts()),
        "entity",
        line(alert.transition().rule(), LONGEST_ALIAS),
        "source",
        source,
        "priority",
        priority(text.severity()));
  }

  private static OpsgenieRequest priority(AlertText text) {
    return new OpsgenieRequest(
        "PUT", path(text, "priority"), object("priority", priority(text.severity())));
  }

  private static OpsgenieRequest action(AlertText text, String name, Map<String, Object> body) {
    return new OpsgenieRequest("POST", path(text, name), body);
  }

  private static String path(AlertText text, String action) {
    String alias = URLEncoder.encode(alias(text.key()), UTF_8).replace("+", "%20");
    return ALERTS + "/" + alias + "/" + action + "?identifierType=alias";
  }

  private static String description(AlertText text, NotifiedAlert alert) {
    String all =
        Stream.concat(
                Stream.of(text.description(), AlertText.reading(alert.transition())),
                text.links().stream().map(OpsgenieRequest::link))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n"));
    return PlainText.cut(PlainText.readable(all), LONGEST_DESCRIPTION);
  }

  private static String link(Link link) {
    return link.name() + ": " + link.target();
  }

  private static Map<String, String> details(List<Fact> facts) {
    Map<String, String> details = new LinkedHashMap<>();
    int left = MOST_DETAILS;
    for (Fact fact : facts) {
      String name = line(fact.name(), LONGEST_DETAIL);
      String value = PlainText.cut(PlainText.readable(fact.value()), LONGEST_DETAIL);
      left -= name.length() + value.length();
      if (left < 0) {
        break;
      }
      details.put(name, value);
    }
    return details;
  }

  private static String priority(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "P1";
      case WARNING -> "P3";
      case INFO -> "P5";
    };
  }

  private static String line(String text, int most) {
    return PlainText.cut(PlainText.line(text), most);
  }
}
