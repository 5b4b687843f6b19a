package dev.tocsin.codec;

import java.io.DataOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in memory, written fast. Grows, or gives its bytes away piece by piece. Big-endian, as
 * {@link DataOutput} asks for. Confined to one thread.
 */
public final class ByteOutput implements DataOutput {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int LONGEST_VARINT = 10;
  private static final int MORE = 0x80;

  private final @Nullable Pieces pieces;
  private final int pieceSize;
  private byte[] bytes;
  private int size;

  /** Takes pieces of what was written. */
  @FunctionalInterface
  public interface Pieces {
    /** Takes a piece, which is not written to any more. */
    void piece(byte[] bytes, int length);
  }

  /** Keeps all in one array, which grows. */
  public ByteOutput(int capacity) {
    this(capacity, null);
  }

  /** Gives pieces of about a size away; the last one when it is {@link #finish}ed. */
  public ByteOutput(int pieceSize, @Nullable Pieces pieces) {
    this.pieceSize = pieceSize;
    this.pieces = pieces;
    this.bytes = new byte[pieceSize];
  }

  /** How many bytes are here, not yet given away. */
  public int size() {
    return size;
  }

  /** The array behind it, filled up to {@link #size}; valid until the next write. */
  public byte[] array() {
    return bytes;
  }

  /** Forgets what is here. */
  public void reset() {
    size = 0;
  }

  /** Gives away what is left. */
  public void finish() {
    if (pieces != null && size > 0) {
      pieces.piece(bytes, size);
      bytes = new byte[0];
      size = 0;
    }
  }

  /** A whole number, short when it is small; negative ones are long. */
  public void varint(long value) {
    room(LONGEST_VARINT);
    long left = value;
    while ((left & -MORE) != 0) {
      bytes[size++] = (byte) (left | MORE);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /** A whole number, short when it is near 0. */
  public void signed(long value) {
    varint((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  /** A text of any length in UTF-8, its length first. */
  public void text(String text) {
    int length = text.length();
    room(LONGEST_VARINT + length);
    int before = size;
    varint(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= MORE) {
        size = before;
        unicode(text);
        return;
      }
      bytes[size++] = (byte) c;
    }
  }

  private void unicode(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    write(utf8);
  }

  @Override
  public void write(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from) {
    write(from, 0, from.length);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  @Override
  public void writeBoolean(boolean v) {
    write(v ? 1 : 0);
  }

  @Override
  public void writeByte(int v) {
    write(v);
  }

  @Override
  public void writeShort(int v) {
    write(v >> Byte.SIZE);
    write(v);
  }

  @Override
  public void writeChar(int v) {
    writeShort(v);
  }

  @Override
  public void writeInt(int v) {
    room(Integer.BYTES);
    INTS.set(bytes, size, v);
    size += Integer.BYTES;
  }

  @Override
  public void writeLong(long v) {
    room(Long.BYTES);
    LONGS.set(bytes, size, v);
    size += Long.BYTES;
  }

  @Override
  public void writeFloat(float v) {
    writeInt(Float.floatToRawIntBits(v));
  }

  @Override
  public void writeDouble(double v) {
    writeLong(Double.doubleToRawLongBits(v));
  }

  @Override
  public void writeBytes(String s) {
    for (int i = 0; i < s.length(); i++) {
      write(s.charAt(i));
    }
  }

  @Override
  public void writeChars(String s) {
    for (int i = 0; i < s.length(); i++) {
      writeChar(s.charAt(i));
    }
  }

  /** As {@link #text}, and of any length; read by {@link ByteInput#readUTF} alone. */
  @Override
  public void writeUTF(String s) {
    text(s);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      makeRoom(more);
    }
  }

  private void makeRoom(int more) {
    if (pieces == null) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
      return;
    }
    if (size > 0) {
      pieces.piece(bytes, size);
    }
    bytes = new byte[Math.max(pieceSize, more)];
    size = 0;
  }
}
