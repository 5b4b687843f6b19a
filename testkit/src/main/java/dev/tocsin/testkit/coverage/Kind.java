package dev.tocsin.testkit.coverage;

/** What a test can see of rules. */
public enum Kind {
  /** An alert of a rule fires, with each of its severities. */
  RULE("rules"),
  /** A comparison of a condition holds, or does not. */
  BRANCH("branches of conditions"),
  /** A way in which an alert resolves. */
  RESOLVE("resolve paths"),
  /** A route takes an alert, a receiver is told. */
  ROUTE("routes and receivers");

  private final String plural;

  Kind(String plural) {
    this.plural = plural;
  }

  /** In words. */
  public String plural() {
    return plural;
  }
}
