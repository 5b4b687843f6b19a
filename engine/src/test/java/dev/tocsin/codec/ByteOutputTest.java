package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is written in pieces of any size is read back, whichever value lies on an edge. */
class ByteOutputTest {

  @Property(tries = 200)
  void comesBackInPieces(
      @ForAll List<Long> numbers,
      @ForAll String text,
      @ForAll @IntRange(min = 1, max = 40) int size)
      throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    ByteOutput out =
        new ByteOutput(size, (bytes, length) -> pieces.add(Arrays.copyOf(bytes, length)));
    write(numbers, text, out);
    out.finish();
    out.finish();
    // the reader's pieces are cut elsewhere than the writer's
    byte[] all = joined(pieces);
    List<byte[]> cut = new ArrayList<>();
    for (int at = 0; at < all.length; at += 3) {
      cut.add(Arrays.copyOfRange(all, at, Math.min(at + 3, all.length)));
    }
    Iterator<byte[]> next = cut.iterator();
    read(numbers, text, new ByteInput(() -> next.hasNext() ? next.next() : null));
  }

  @Property(tries = 100)
  void comesBackInOnePiece(@ForAll List<Long> numbers, @ForAll String text) throws IOException {
    ByteOutput out = new ByteOutput(1);
    write(numbers, text, out);
    read(numbers, text, new ByteInput(out.array(), out.size()));
  }

  private static void write(List<Long> numbers, String text, ByteOutput out) {
    for (long number : numbers) {
      out.writeLong(number);
      out.writeInt((int) number);
      out.writeShort((int) number);
      out.writeChar((int) number);
      out.writeByte((int) number);
      out.writeBoolean(number > 0);
      out.writeDouble(number / 3.0);
      out.writeFloat(number / 3f);
      out.varint(number);
      out.signed(number);
    }
    out.writeUTF(text);
    out.writeBytes("ab");
    out.writeChars("cd");
    out.write(new byte[] {1, 2, 3});
  }

  private static void read(List<Long> numbers, String text, ByteInput in) throws IOException {
    for (long number : numbers) {
      assertThat(in.readLong()).isEqualTo(number);
      assertThat(in.readInt()).isEqualTo((int) number);
      assertThat(in.readShort()).isEqualTo((short) number);
      assertThat(in.readChar()).isEqualTo((char) number);
      assertThat(in.readByte()).isEqualTo((byte) number);
      assertThat(in.readBoolean()).isEqualTo(number > 0);
      assertThat(in.readDouble()).isEqualTo(number / 3.0);
      assertThat(in.readFloat()).isEqualTo(number / 3f);
      assertThat(in.varint()).isEqualTo(number);
      assertThat(in.signed()).isEqualTo(number);
    }
    // a surrogate alone is no character, and comes back as its replacement
    assertThat(in.readUTF()).isEqualTo(wellFormed(text));
    assertThat(in.readUnsignedByte()).isEqualTo('a');
    assertThat(in.skipBytes(1)).isEqualTo(1);
    assertThat(in.readUnsignedShort()).isEqualTo('c');
    assertThat(in.readChar()).isEqualTo('d');
    byte[] rest = new byte[3];
    in.readFully(rest);
    assertThat(rest).containsExactly(1, 2, 3);
    assertThat(in.isAtEnd()).isTrue();
    assertThatThrownBy(in::readByte).isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNoNumberOrLengthIsSaid() {
    byte[] endless = new byte[12];
    Arrays.fill(endless, (byte) 0x80);
    assertThatThrownBy(() -> new ByteInput(endless, 12).varint())
        .hasMessage("a number is too long");
    ByteOutput out = new ByteOutput(16);
    out.varint(-1);
    assertThatThrownBy(() -> new ByteInput(out.array(), out.size()).text())
        .hasMessageStartingWith("no length");
    out.reset();
    out.varint(5);
    assertThatThrownBy(() -> new ByteInput(out.array(), out.size()).text())
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> new ByteInput(out.array(), out.size()).readLine())
        .isInstanceOf(IOException.class);
  }

  private static String wellFormed(String text) {
    byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new String(utf8, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] joined(List<byte[]> pieces) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
