package dev.tocsin.dsl.template;

import java.util.Arrays;
import java.util.List;

/** What a template is filled in from. */
public enum TemplateKind {
  /** One alert: labels, annotations, description, runbook. */
  ALERT("an alert", "the texts of rules"),
  /** A message about alerts: its title and text. */
  MESSAGE("a message", "title and text of receivers"),
  /** The address of a link from one alert. */
  LINK("a link", "links");

  private final String noun;
  private final String place;

  TemplateKind(String noun, String place) {
    this.noun = noun;
    this.place = place;
  }

  /** With an article. */
  String noun() {
    return noun;
  }

  /** Where such templates stand. */
  String place() {
    return place;
  }

  List<String> labels() {
    return Arrays.stream(Placeholder.values())
        .filter(placeholder -> placeholder.isIn(this))
        .map(Placeholder::label)
        .toList();
  }
}
