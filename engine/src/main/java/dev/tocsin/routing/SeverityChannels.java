package dev.tocsin.routing;

import dev.tocsin.api.Severity;
import java.util.List;

/** Where alerts go when nobody says. */
public final class SeverityChannels {
  private SeverityChannels() {}

  /** The channels of a severity, as teams expect: the worse, the louder. */
  public static List<String> of(Severity severity) {
    return switch (severity) {
      case INFO -> List.of("slack");
      case WARNING -> List.of("slack", "email");
      case CRITICAL -> List.of("slack", "email", "pagerduty");
    };
  }
}
