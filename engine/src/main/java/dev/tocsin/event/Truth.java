package dev.tocsin.event;

/** What is known of a statement about one event (Kleene's three values). */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** Of a statement that is known. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** True only if both are, false if either is. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** True if either is, false only if both are. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Unknown stays unknown. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
