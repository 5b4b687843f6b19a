package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a rule file and of all it includes, so that it can be read again when the files have
 * changed or gone. Immutable.
 *
 * @param texts by name, the file itself first
 */
public record RuleTexts(Map<String, String> texts) {
  /** No text at all. */
  public static final RuleTexts NONE = new RuleTexts(Map.of());

  public RuleTexts {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** Those that a rule file was read from. */
  public static RuleTexts of(RuleFile file) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Source source : file.sources()) {
      texts.put(source.name(), source.text());
    }
    return new RuleTexts(texts);
  }

  /** The same texts, with something else in the place of a stretch of one of them. */
  public RuleTexts with(Span place, String replacement) {
    Map<String, String> edited = new LinkedHashMap<>(texts);
    edited.computeIfPresent(
        place.source().name(),
        (name, text) ->
            text.substring(0, place.start()) + replacement + text.substring(place.end()));
    return new RuleTexts(edited);
  }

  /**
   * Reads the rule file again.
   *
   * @throws IllegalStateException when there is no text
   */
  public RuleFile read(Diagnostics diagnostics) {
    Map.Entry<String, String> root =
        texts.entrySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no rules"));
    return RuleFileReader.read(
        new Source(root.getKey(), root.getValue()), new Remembered(texts), diagnostics);
  }

  /** What the files were called, the file itself first. */
  public List<String> names() {
    return List.copyOf(texts.keySet());
  }

  /** SHA-256 of the texts in their order, whatever the files are called; in hexadecimal. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts.values()) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Finds an included text by the name that its file had. */
  private record Remembered(Map<String, String> texts) implements IncludedFiles {
    @Override
    public Source open(String from, String name, Diagnostics diagnostics) throws IOException {
      String resolved =
          Packs.isPack(name) ? name : Path.of(from).resolveSibling(name).normalize().toString();
      String text = texts.get(resolved);
      if (text == null) {
        throw new IOException("its text was not kept");
      }
      return new Source(resolved, text);
    }

    @Override
    public String identity(String sourceName) {
      return Packs.isPack(sourceName) ? sourceName : Path.of(sourceName).normalize().toString();
    }
  }
}
