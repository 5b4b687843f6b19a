package dev.tocsin.api;

/** How a call ended. */
public enum Status {
  OK,
  ERROR,
  TIMEOUT;

  /** The name as traces and conditions write it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
