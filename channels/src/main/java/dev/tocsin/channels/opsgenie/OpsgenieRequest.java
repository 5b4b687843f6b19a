package dev.tocsin.channels.opsgenie;

import static dev.tocsin.channels.json.JsonText.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.api.Severity;
import dev.tocsin.channels.incident.Incident;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.PlainText;
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
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DETAIL = 1_500;
  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST_OF_DETAILS = 3_900;

  /**
   * What an incident comes to. One that may have got worse is created again, which counts it, and
   * has its priority changed, which creating does not.
   */
  static List<OpsgenieRequest> of(Incident incident, String source) {
    return switch (incident.action()) {
      case RESOLVE -> List.of(action(incident, "close", object("source", source)));
      case ACKNOWLEDGE ->
          List.of(action(incident, "acknowledge", acknowledgement(incident, source)));
      case TRIGGER -> {
        OpsgenieRequest create = new OpsgenieRequest("POST", ALERTS, alert(incident, source));
        yield incident.changed() ? List.of(create, priority(incident)) : List.of(create);
      }
    };
  }

  /** Readable where it fits. */
  static String alias(String key) {
    String readable = PlainText.line(key);
    return key.equals(readable) && key.length() <= LONGEST_ALIAS ? key : PlainText.digest(key);
  }

  private static Map<String, Object> alert(Incident incident, String source) {
    return object(
        "message",
        line(incident.title(), LONGEST_MESSAGE),
        "alias",
        alias(incident.key()),
        "description",
        description(incident),
        "details",
        details(incident.facts()),
        "entity",
        line(incident.rule(), LONGEST_ALIAS),
        "source",
        source,
        "priority",
        priority(incident.severity()));
  }

  private static Map<String, Object> acknowledgement(Incident incident, String source) {
    Map<String, Object> body = object("source", source);
    incident
        .acknowledged()
        .ifPresent(
            by -> {
              body.put("user", line(by.by(), LONGEST_NAME));
              body.put("note", line(by.comment(), LONGEST_NOTE));
            });
    return body;
  }

  private static OpsgenieRequest priority(Incident incident) {
    return new OpsgenieRequest(
        "PUT", path(incident, "priority"), object("priority", priority(incident.severity())));
  }

  private static OpsgenieRequest action(Incident incident, String name, Map<String, Object> body) {
    return new OpsgenieRequest("POST", path(incident, name), body);
  }

  private static String path(Incident incident, String action) {
    String alias = URLEncoder.encode(alias(incident.key()), UTF_8).replace("+", "%20");
    return ALERTS + "/" + alias + "/" + action + "?identifierType=alias";
  }

  private static String description(Incident incident) {
    String all =
        Stream.concat(
                Stream.of(incident.description(), incident.reading()),
                incident.links().stream().map(OpsgenieRequest::link))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n"));
    return PlainText.cut(PlainText.readable(all), LONGEST_DESCRIPTION);
  }

  private static String link(Link link) {
    return link.name() + ": " + link.target();
  }

  private static Map<String, String> details(List<Fact> facts) {
    Map<String, String> details = new LinkedHashMap<>();
    int left = MOST_OF_DETAILS;
    for (Fact fact : facts) {
      String name = line(fact.name(), LONGEST_NAME);
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
