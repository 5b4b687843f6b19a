package dev.tocsin.cli.replay;

import java.util.Locale;

/** What makes a replay end with exit code 1. */
enum FailOn {
  /** Any rule fired. */
  FIRING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
