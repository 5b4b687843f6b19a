package dev.tocsin.trace;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines in the order of their stamps, read from its beginning; never empty. */
final class SortedRun implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final DataInputStream file;
  private final int number;
  private long time;
  private byte[] line = new byte[0];

  interface Sink {
    void line(long time, byte[] line) throws IOException;
  }

  SortedRun(Path path, int number) throws IOException {
    file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    this.number = number;
    next();
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    int length = file.readInt();
    if (length < 0) {
      return false;
    }
    time = file.readLong();
    line = file.readNBytes(length);
    return true;
  }

  long time() {
    return time;
  }

  byte[] line() {
    return line;
  }

  int number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Writes such a file. */
  static final class Writer implements Closeable {
    private final DataOutputStream file;

    Writer(Path path) throws IOException {
      file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    void line(long time, byte[] line) throws IOException {
      file.writeInt(line.length);
      file.writeLong(time);
      file.write(line);
    }

    @Override
    public void close() throws IOException {
      file.writeInt(-1);
      file.close();
    }
  }
}
