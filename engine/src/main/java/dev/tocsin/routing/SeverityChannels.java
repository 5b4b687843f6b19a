package dev.tocsin.routing;

import dev.tocsin.api.Severity;
import java.util.List;

/** The channels of alerts of which neither a rule nor a route says where they go. */
public final class SeverityChannels {
  private SeverityChannels() {}

  /** Their names, whether or not anything is registered under them. */
  public static List<String> of(Severity severity) {
    return switch (severity) {
      case INFO -> List.of("slack");
      case WARNING -> List.of("slack", "email");
      case CRITICAL -> List.of("slack", "email", "pagerduty");
    };
  }
}
