package dev.tocsin.dsl.parser;

/** A piece of what the author wrote, for use inside a message. */
final class Quoted {
  private static final int LONGEST = 40;

  private Quoted() {}

  static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() > LONGEST) {
      int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      line = line.substring(0, end) + "...";
    }
    return "'" + line + "'";
  }
}
