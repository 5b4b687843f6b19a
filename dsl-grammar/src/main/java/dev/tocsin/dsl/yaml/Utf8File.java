package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text, and says where it is none. */
public final class Utf8File {
  /** More than the longest text can have; what is longer is told to be too long. */
  private static final int MOST_BYTES = 4 * (YamlLimits.LONGEST + 1);

  private Utf8File() {}

  public static Source read(Path path, Diagnostics diagnostics) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return decode(path.toString(), bytes(in), diagnostics);
    }
  }

  /** Of a stream, no more than tells that there is too much. */
  public static byte[] bytes(InputStream in) throws IOException {
    return in.readNBytes(MOST_BYTES);
  }

  /** Reads bytes that are in memory, with or without a byte order mark. */
  public static Source decode(String name, byte[] bytes, Diagnostics diagnostics) {
    // with replacements, so that what surrounds a broken byte can be shown
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean marked = text.startsWith("\ufeff");
    Source source = new Source(name, marked ? text.substring(1) : text);
    CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
    if (result.isError() && source.text().length() <= YamlLimits.LONGEST) {
      int offset = decoded.position() - (marked ? 1 : 0);
      diagnostics.error(
          Code.NOT_UTF8,
          new Span(source, offset, Math.min(offset + 1, source.text().length())),
          "not UTF-8 from here on",
          "save the file as UTF-8");
    }
    return source;
  }
}
