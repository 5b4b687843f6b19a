package dev.tocsin.codec;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes texts of any length that may be absent. */
public final class ValueWriter {
  static final int ABSENT = -1;

  private final DataOutput out;

  public ValueWriter(DataOutput out) {
    this.out = out;
  }

  /** Texts, each of which may be absent. */
  public void texts(@Nullable String... texts) throws IOException {
    for (String text : texts) {
      if (text == null) {
        out.writeInt(ABSENT);
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  /** A list of texts. */
  public void values(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      texts(text);
    }
  }
}
