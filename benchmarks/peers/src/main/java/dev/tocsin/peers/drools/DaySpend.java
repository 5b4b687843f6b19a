package dev.tocsin.peers.drools;

/** The spend of the day. */
public final class DaySpend {
  private double nanoDollars;

  void set(double spend) {
    nanoDollars = spend;
  }

  /** In nano-dollars. */
  public double nanoDollars() {
    return nanoDollars;
  }
}
