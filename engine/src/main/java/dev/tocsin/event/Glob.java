package dev.tocsin.event;

/**
 * A pattern of {@code like}: {@code *} stands for any characters or none, {@code ?} for exactly
 * one; a backslash takes the meaning from what follows. Matching takes at most time in the product
 * of the lengths and allocates nothing.
 *
 * @param pattern as written
 */
public record Glob(String pattern) implements TextPattern {

  @Override
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0; // where the text goes on if the last star takes one character more
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = ++p;
        resume = t;
      } else if (p < pattern.length() && fits(p, text, t)) {
        t += pattern.charAt(p) == '?' ? width(text, t) : 1;
        p += escapes(p) ? 2 : 1;
      } else if (star >= 0) {
        p = star;
        resume += width(text, resume);
        t = resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private boolean fits(int p, String text, int t) {
    if (escapes(p)) {
      return pattern.charAt(p + 1) == text.charAt(t);
    }
    return pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t);
  }

  private boolean escapes(int p) {
    return pattern.charAt(p) == '\\' && p + 1 < pattern.length();
  }

  private static int width(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }
}
