package dev.tocsin.live;

/** What plug-ins throw, in words. */
final class Errors {
  private static final int LONGEST = 500;

  private Errors() {}

  static String text(Throwable error) {
    String message = error.getMessage();
    String text = message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
