package dev.tocsin.trace;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A trace as bytes: plain, gzip or zstd, told apart by their first bytes, not by the name. */
final class TraceFile implements AutoCloseable {
  private static final int MAGIC = 4;
  private static final int BUFFER = 1 << 16;

  private final Counting raw;
  private final InputStream content;
  private final long size;

  private TraceFile(Counting raw, InputStream content, long size) {
    this.raw = raw;
    this.content = content;
    this.size = size;
  }

  static TraceFile open(Path file) throws IOException {
    Counting raw = new Counting(input(file));
    try {
      BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
      in.mark(MAGIC);
      byte[] magic = in.readNBytes(MAGIC);
      in.reset();
      return new TraceFile(raw, uncompressed(in, magic), size(file));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Not through a file channel: those ask a pipe for its position, which it does not have. */
  @SuppressWarnings("IOStreamConstructor")
  private static InputStream input(Path file) throws IOException {
    file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
    return new FileInputStream(file.toFile());
  }

  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : -1;
  }

  private static InputStream uncompressed(InputStream in, byte[] magic) throws IOException {
    if (startsWith(magic, 0x1f, 0x8b)) {
      return new GZIPInputStream(in, BUFFER);
    }
    return startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) ? new ZstdContent(in) : in;
  }

  /**
   * How many of the first bytes say that the rest is UTF-8.
   *
   * @throws IOException when they say that it is UTF-16
   */
  static int byteOrderMark(byte[] head) throws IOException {
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
      throw new IOException("the text is UTF-16; traces are UTF-8");
    }
    return startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  InputStream content() {
    return content;
  }

  /** Bytes of the file read so far, compressed as they lie there. */
  long bytesRead() {
    return raw.count;
  }

  /** Bytes of the file, or -1 for a pipe. */
  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read >= 0 ? 1 : 0;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
