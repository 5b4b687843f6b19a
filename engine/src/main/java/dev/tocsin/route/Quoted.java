package dev.tocsin.route;

/** Values of labels as keys write them. */
final class Quoted {
  private Quoted() {}

  static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
