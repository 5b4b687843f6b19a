package dev.tocsin.trace;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Opens files for traces: {@code .gz} and {@code .zst} are compressed, others are plain. */
public final class TraceOutput {
  private static final int BUFFER = 1 << 16;

  private TraceOutput() {}

  /** Opens a file, new or emptied. */
  public static OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    try {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(".gz")) {
        return new BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER);
      }
      return new BufferedOutputStream(
          name.endsWith(".zst") ? new ZstdOutputStream(out) : out, BUFFER);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }
}
