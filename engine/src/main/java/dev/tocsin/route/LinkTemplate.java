package dev.tocsin.route;

import dev.tocsin.api.Transition;
import dev.tocsin.dsl.template.Template;
import java.util.Map;

/** Links of alerts to other tools. */
final class LinkTemplate {
  private LinkTemplate() {}

  static Map<String, String> links(Map<String, Template> links, Transition transition) {
    return Map.of();
  }
}
