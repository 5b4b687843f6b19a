package dev.tocsin.event;

/** What kind of value a field has. */
public enum FieldKind {
  /** A text; {@code by} groups by it. */
  TEXT("text"),
  /** A number with a unit; it can be folded. */
  NUMBER("number"),
  /** True or false; it can stand alone as a statement. */
  FLAG("true or false"),
  /** What the event carries under that name, of any kind. */
  ANY("text, number, true or false");

  private final String label;

  FieldKind(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }
}
