package dev.tocsin.dsl.format;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.List;

/** What became of a text that was to be formatted. */
public sealed interface Formatted {

  /**
   * The text in canonical form.
   *
   * @param text ends with one line feed; equal to the text before where nothing was to be done
   */
  record Canonical(String text) implements Formatted {}

  /** It has errors, so that nobody knows what it means. */
  record Wrong(List<Diagnostic> diagnostics) implements Formatted {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** It has something that is not formatted. */
  record LeftAlone(String why) implements Formatted {}
}
