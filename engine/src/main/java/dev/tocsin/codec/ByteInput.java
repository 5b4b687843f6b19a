package dev.tocsin.codec;

import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteOutput} wrote, from one piece or many. Confined to one thread. */
public final class ByteInput implements DataInput {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int BYTE = 0xFF;

  private final Pieces more;
  private byte[] bytes;
  private int at;
  private int end;

  /** Where further pieces come from. */
  @FunctionalInterface
  public interface Pieces {
    /** The next piece, or null at the end. */
    byte @Nullable [] next() throws IOException;
  }

  /** Reads one piece. */
  public ByteInput(byte[] bytes, int length) {
    this.more = () -> null;
    this.bytes = bytes;
    this.end = length;
  }

  /** Reads pieces one after the other; a value may begin in one and end in the next. */
  public ByteInput(Pieces pieces) {
    this.more = pieces;
    this.bytes = new byte[0];
  }

  /** Whether nothing is left in this piece. */
  public boolean isAtEnd() {
    return at == end;
  }

  /** Reads {@link ByteOutput#varint}. */
  public long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number is too long");
  }

  /** Reads {@link ByteOutput#signed}. */
  public long signed() throws IOException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads {@link ByteOutput#text}. */
  public String text() throws IOException {
    int length = length();
    if (length <= end - at) {
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
    byte[] utf8 = new byte[length];
    readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private int length() throws IOException {
    long length = varint();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new IOException("no length: " + length);
    }
    return (int) length;
  }

  @Override
  public void readFully(byte[] to) throws IOException {
    readFully(to, 0, to.length);
  }

  @Override
  public void readFully(byte[] to, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (at == end) {
        next();
      }
      int now = Math.min(length - done, end - at);
      System.arraycopy(bytes, at, to, offset + done, now);
      at += now;
      done += now;
    }
  }

  @Override
  public int skipBytes(int n) throws IOException {
    readFully(new byte[n]);
    return n;
  }

  @Override
  public boolean readBoolean() throws IOException {
    return readByte() != 0;
  }

  @Override
  public byte readByte() throws IOException {
    if (at == end) {
      next();
    }
    return bytes[at++];
  }

  @Override
  public int readUnsignedByte() throws IOException {
    return readByte() & BYTE;
  }

  @Override
  public short readShort() throws IOException {
    return (short) readUnsignedShort();
  }

  @Override
  public int readUnsignedShort() throws IOException {
    int high = readUnsignedByte();
    return high << Byte.SIZE | readUnsignedByte();
  }

  @Override
  public char readChar() throws IOException {
    return (char) readUnsignedShort();
  }

  @Override
  public int readInt() throws IOException {
    if (end - at >= Integer.BYTES) {
      int value = (int) INTS.get(bytes, at);
      at += Integer.BYTES;
      return value;
    }
    int high = readUnsignedShort();
    return high << Short.SIZE | readUnsignedShort();
  }

  @Override
  public long readLong() throws IOException {
    if (end - at >= Long.BYTES) {
      long value = (long) LONGS.get(bytes, at);
      at += Long.BYTES;
      return value;
    }
    long high = readInt();
    return (high << Integer.SIZE) | (readInt() & 0xFFFFFFFFL);
  }

  @Override
  public float readFloat() throws IOException {
    return Float.intBitsToFloat(readInt());
  }

  @Override
  public double readDouble() throws IOException {
    return Double.longBitsToDouble(readLong());
  }

  @Override
  public String readLine() throws IOException {
    throw new IOException("there are no lines");
  }

  @Override
  public String readUTF() throws IOException {
    return text();
  }

  private void next() throws IOException {
    byte[] piece;
    do {
      piece = more.next();
      if (piece == null) {
        throw new EOFException("the bytes end too early");
      }
    } while (piece.length == 0);
    bytes = piece;
    at = 0;
    end = piece.length;
  }
}
