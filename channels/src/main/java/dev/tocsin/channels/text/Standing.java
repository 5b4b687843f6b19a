package dev.tocsin.channels.text;

import dev.tocsin.api.Severity;

/** How an alert stands, or all alerts of a notification together. */
public enum Standing {
  /** It fires, and nobody has said to take care of it. */
  FIRING,
  /** It fires, and somebody takes care of it. */
  ACKNOWLEDGED,
  /** It has stopped firing. */
  RESOLVED;

  /** The colour it is shown in: red, green and blue as a number of 24 bits. */
  public int colour(Severity severity) {
    return switch (this) {
      case RESOLVED -> 0x2eb67d;
      case ACKNOWLEDGED -> 0x6b7280;
      case FIRING ->
          switch (severity) {
            case INFO -> 0x2f80ed;
            case WARNING -> 0xf2a600;
            case CRITICAL -> 0xd0021b;
          };
    };
  }

  /** The same as CSS writes it: {@code #d0021b}. */
  public String webColour(Severity severity) {
    return "#%06x".formatted(colour(severity));
  }
}
