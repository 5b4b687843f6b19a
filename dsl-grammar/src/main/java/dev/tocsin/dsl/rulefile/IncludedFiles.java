package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;

/** Finds the texts that a rule file includes. */
public interface IncludedFiles {

  /**
   * Reads a text.
   *
   * @param from the name of the text that includes it
   * @param name as written behind {@code include:}
   * @param diagnostics takes what is wrong with it as a text
   * @return the text; its name is what messages call it
   * @throws IOException when it cannot be read; the message says why, without the name
   */
  Source open(String from, String name, Diagnostics diagnostics) throws IOException;

  /** One and the same for two names of one text. */
  String identity(String sourceName);

  /** Files by their path, relative to the including one, and packs on the class path. */
  static IncludedFiles onDisk() {
    return new FilesOnDisk();
  }
}
