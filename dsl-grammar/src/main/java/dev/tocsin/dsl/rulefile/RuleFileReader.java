package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.Utf8File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code alert_rules.yaml}. Never throws on what an author wrote; reports all problems of the
 * file at once and returns what could be read. A rule with a part that could not be read may still
 * be returned, without the part: load nothing when there are errors.
 */
public final class RuleFileReader {
  private RuleFileReader() {}

  /**
   * Reads a file in UTF-8, with or without a byte order mark, and the files it includes.
   *
   * @throws IOException when the file cannot be read; what is wrong inside it, and a file it
   *     includes that cannot be read, is a diagnostic
   */
  public static RuleFile read(Path path, Diagnostics diagnostics) throws IOException {
    return read(Utf8File.read(path, diagnostics), new FilesOnDisk(), diagnostics);
  }

  /** Reads a text, which cannot include files. */
  public static RuleFile read(Source source, Diagnostics diagnostics) {
    return new RuleFileLoader(Optional.empty(), diagnostics).load(source);
  }

  /** Reads a text and what it includes. */
  public static RuleFile read(Source source, IncludedFiles files, Diagnostics diagnostics) {
    return new RuleFileLoader(Optional.of(files), diagnostics).load(source);
  }
}
