package dev.tocsin.trace;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Zstandard data that fails as gzip data does: with an exception for each kind of damage. */
final class ZstdContent extends FilterInputStream {
  private final InputStream compressed;

  ZstdContent(InputStream compressed) {
    super(new ZstdInputStream(compressed));
    this.compressed = compressed;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (RuntimeException e) { // malformed input, as the library tells it
      throw damaged(e);
    } catch (IOException e) {
      throw compressed.read() < 0 ? new EOFException(e.getMessage()) : e;
    }
  }

  private static ZipException damaged(RuntimeException e) {
    ZipException damaged = new ZipException(String.valueOf(e.getMessage()));
    damaged.initCause(e);
    return damaged;
  }
}
