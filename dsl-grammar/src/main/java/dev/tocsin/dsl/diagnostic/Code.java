package dev.tocsin.dsl.diagnostic;

/**
 * The kinds of problems in what an author wrote. The identifiers are stable: a code never changes
 * its meaning, and one that is no longer used is not given to another.
 */
public enum Code {
  YAML_SYNTAX("TC001"),
  YAML_LIMIT("TC002"),
  NOT_UTF8("TC003"),
  MULTIPLE_DOCUMENTS("TC004"),

  EMPTY_FILE("TC101"),
  MISSING_KEY("TC102"),
  UNKNOWN_KEY("TC103"),
  DUPLICATE_KEY("TC104"),
  WRONG_KIND("TC105"),
  DUPLICATE_RULE("TC106"),
  DUPLICATE_METRIC("TC107"),
  UNKNOWN_TYPE("TC108"),
  UNKNOWN_SEVERITY("TC109"),
  BAD_DURATION("TC110"),
  BAD_COUNT("TC111"),
  BAD_NAME("TC112"),

  SYNTAX("TC201"),
  UNKNOWN_CHARACTER("TC202"),
  UNCLOSED_TEXT("TC203"),
  BAD_ESCAPE("TC204"),
  BAD_LITERAL("TC205"),
  TOO_DEEP("TC206"),
  TOO_LONG("TC207"),
  EMPTY_CONDITION("TC208"),

  UNKNOWN_METRIC("TC301"),
  UNKNOWN_FIELD("TC302"),
  UNKNOWN_FUNCTION("TC303"),
  WRONG_ARGUMENTS("TC304"),
  UNIT_MISMATCH("TC305"),
  MISSING_WINDOW("TC306"),
  UNUSED_WINDOW("TC307"),
  NOT_A_CONDITION("TC308"),
  METRIC_CYCLE("TC309"),
  BAD_ZONE("TC310"),
  BAD_WINDOW("TC311"),
  CHANNEL_UNKNOWN("TC312"),
  GROUPS_DIFFER("TC313"),
  UNKNOWN_VALUE("TC314"),
  DUPLICATE_CLAUSE("TC315"),
  ACTION_UNKNOWN("TC316"),
  TOO_COMPLEX("TC317"),
  OUT_OF_RANGE("TC341"),
  NEVER_TRUE("TC342"),
  ALWAYS_TRUE("TC343"),
  HOLDS_WIDELY("TC344"),
  NOT_SUPPORTED_YET("TC399");

  private final String id;

  Code(String id) {
    this.id = id;
  }

  /** As shown to authors, {@code TC301}. */
  public String id() {
    return id;
  }
}
