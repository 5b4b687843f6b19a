package dev.tocsin.api;

import java.util.Locale;

/** How a call ended. */
public enum Status {
  OK,
  ERROR,
  TIMEOUT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name as traces and conditions write it: lower case. */
  public String label() {
    return label;
  }
}
