package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.trace.record.Lines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongLineTest {
  private static final byte[] MEGABYTE = new byte[1 << 20];

  static {
    Arrays.fill(MEGABYTE, (byte) 'x');
  }

  @TempDir Path folder;

  @Test
  void aLineOver64MebibytesIsBadAndTheNextIsRead() throws IOException {
    Path file = folder.resolve("long.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "{\"time\":1790000000001}\n{\"time\":1790000000002,\"input\":\""
              .getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 70; i++) {
        out.write(MEGABYTE);
      }
      out.write("\"}\n{\"time\":1790000000003}\n".getBytes(StandardCharsets.UTF_8));
    }

    Reading reading = Reading.of(file);

    assertThat(reading.numbers()).containsExactly(1L, 3L);
    assertThat(reading.bad()).containsExactly("2: longer than 64 MiB");
  }

  /** Three gigabytes do not fit the tests' heap of one. */
  @Test
  void aLineIsNotKeptBeyondTheLimit() throws IOException {
    List<InputStream> pieces =
        Stream.<InputStream>generate(() -> new ByteArrayInputStream(MEGABYTE))
            .limit(3 << 10)
            .toList();
    Lines lines = new Lines(new SequenceInputStream(Collections.enumeration(pieces)), 1 << 20);

    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.bytes().length).isLessThanOrEqualTo(2 << 20);
    assertThat(lines.next()).isFalse();
  }

  @Test
  void aLineOfExactlyTheLimitIsKept() throws IOException {
    byte[] text = "12345\n123456\n1234\n".getBytes(StandardCharsets.US_ASCII);
    Lines lines = new Lines(new ByteArrayInputStream(text), 5);

    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.length()).isEqualTo(5);
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isFalse();
    assertThat(new String(lines.bytes(), 0, lines.length(), StandardCharsets.US_ASCII))
        .isEqualTo("1234");
    assertThat(lines.number()).isEqualTo(3);
  }
}
