package dev.tocsin.codec;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote. */
public final class ValueReader {
  private final DataInput in;

  public ValueReader(DataInput in) {
    this.in = in;
  }

  /** A text, or null where it was absent. */
  public @Nullable String text() throws IOException {
    int length = in.readInt();
    if (length == ValueWriter.ABSENT) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A text that was not absent. */
  public String required() throws IOException {
    String text = text();
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  /** A list of texts. */
  public List<String> values() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(required());
    }
    return texts;
  }
}
