package dev.tocsin.template;

import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Transition;
import dev.tocsin.dsl.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Links of alerts to other tools, with their templates filled in. */
public final class LinkTexts {
  private LinkTexts() {}

  /**
   * The links of an alert, by name, in the order of the file. All values are percent-encoded, so
   * that none can change where a link leads. A link that shows what the alert does not have, as the
   * trace of an alert without an exemplar, is left out.
   */
  public static Map<String, String> of(Map<String, Template> links, Transition alert) {
    Map<String, String> filled = new LinkedHashMap<>();
    links.forEach((name, link) -> address(link, alert).ifPresent(to -> filled.put(name, to)));
    return Collections.unmodifiableMap(filled);
  }

  private static Optional<String> address(Template link, Transition alert) {
    StringBuilder address = new StringBuilder();
    for (Template.Part part : link.parts()) {
      if (part instanceof Template.Text text) {
        address.append(text.text());
        continue;
      }
      Optional<String> value =
          value((Template.Field) part, alert).filter(shown -> !shown.isEmpty());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      // what form fields call '+' is '%20' everywhere in an address
      address.append(URLEncoder.encode(value.get(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return Optional.of(address.toString());
  }

  private static Optional<String> value(Template.Field field, Transition alert) {
    Optional<Exemplar> exemplar = alert.evidence().exemplars().stream().findFirst();
    return switch (field.placeholder()) {
      case RULE -> Optional.of(alert.rule());
      case SEVERITY -> Optional.of(alert.severity().label());
      case GROUP -> Optional.ofNullable(alert.group().get(field.key()));
      case LABELS -> Optional.ofNullable(alert.labels().get(field.key()));
      case CALL -> exemplar.map(Exemplar::call);
      case TRACE ->
          alert.evidence().exemplars().stream()
              .flatMap(shown -> Optional.ofNullable(shown.trace()).stream())
              .findFirst();
      case VALUE, THRESHOLD, SAMPLES, TERM, TIME, TOP_CONTRIBUTORS -> Optional.empty();
      case COUNT, FIRING, RESOLVED, RECEIVER -> Optional.empty();
    };
  }
}
