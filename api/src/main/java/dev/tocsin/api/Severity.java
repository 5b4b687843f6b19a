package dev.tocsin.api;

/** How urgent an alert is, mildest first. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** The name as rule files and JSON write it: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
