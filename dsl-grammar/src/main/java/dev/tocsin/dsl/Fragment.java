package dev.tocsin.dsl;

import java.util.Arrays;

/**
 * A text taken out of a source, such as a condition in a rule file, that knows where each of its
 * characters was written. Quotes, escapes and folded lines make the two differ. Immutable.
 */
public final class Fragment {
  private final Source source;
  private final String text;
  private final int[] offsets;
  private final boolean filled;

  private Fragment(Source source, String text, int[] offsets, boolean filled) {
    this.source = source;
    this.text = text;
    this.offsets = offsets;
    this.filled = filled;
  }

  /** A source that holds nothing but the text. */
  public static Fragment whole(Source source) {
    return of(source, 0, source.text().length());
  }

  /** A stretch of a source, as it stands there. */
  public static Fragment of(Source source, int start, int end) {
    int[] offsets = new int[end - start + 1];
    Arrays.setAll(offsets, i -> start + i);
    return new Fragment(source, source.text().substring(start, end), offsets, false);
  }

  /**
   * A text that is written differently in the source.
   *
   * @param offsets for each character of the text its offset in the source, and one more: the end
   *     of the last; never falling
   */
  public static Fragment of(Source source, String text, int[] offsets) {
    if (offsets.length != text.length() + 1) {
      throw new IllegalArgumentException(
          offsets.length + " offsets for " + text.length() + " characters and the end");
    }
    return new Fragment(source, text, offsets.clone(), false);
  }

  /** The same of a text into which the values of parameters were filled. */
  public static Fragment filled(Source source, String text, int[] offsets) {
    Fragment fragment = of(source, text, offsets);
    return new Fragment(source, text, fragment.offsets, true);
  }

  /** The rest of the text from a character on. */
  public Fragment from(int start) {
    return new Fragment(
        source, text.substring(start), Arrays.copyOfRange(offsets, start, offsets.length), filled);
  }

  /** A stretch of the text. */
  public Fragment part(int start, int end) {
    return new Fragment(
        source, text.substring(start, end), Arrays.copyOfRange(offsets, start, end + 1), filled);
  }

  public Source source() {
    return source;
  }

  public String text() {
    return text;
  }

  /** Where a stretch of the text was written. */
  public Span span(int start, int end) {
    return new Span(
        source, offsets[start], offsets[end], filled ? text.substring(start, end) : null);
  }

  /** Where the whole text was written. */
  public Span span() {
    return span(0, text.length());
  }
}
