package dev.tocsin.dsl.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a number is shown where its unit does not say. */
public enum TemplateFormat {
  /** {@code $12.34}. */
  MONEY,
  /** {@code 2.1 s}. */
  DURATION,
  /** {@code 5.2%}. */
  PERCENT,
  /** Without a unit: milliseconds, dollars, fractions. */
  NUMBER;

  /** As templates write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(TemplateFormat::label).toList();
  }
}
