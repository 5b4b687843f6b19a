package dev.tocsin.dsl;

/**
 * Translates positions counted in code points, as ANTLR and SnakeYAML do, to offsets in a Java
 * text. Immutable.
 */
public final class CodePointOffsets {
  private final int[] offsets;

  public CodePointOffsets(String text) {
    offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
  }

  /** The offset of a position; that of the end for all positions behind it. */
  public int offset(int position) {
    return offsets[Math.min(position, offsets.length - 1)];
  }
}
