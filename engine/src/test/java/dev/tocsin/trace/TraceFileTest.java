package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
  private static final String THREE =
      "{\"time\":1790000000001}\n{\"time\":1790000000002}\n{\"time\":1790000000003}\n";

  @TempDir Path folder;

  @Test
  void plainGzipAndZstdAreToldApartByContentNotByName() throws IOException {
    for (byte[] bytes :
        List.of(
            THREE.getBytes(StandardCharsets.UTF_8),
            Compressed.gzip(THREE),
            Compressed.zstd(THREE))) {
      for (String name : List.of("trace", "trace.gz", "trace.zst", "trace.jsonl")) {
        Path file = Files.write(folder.resolve(name), bytes);

        assertThat(Reading.of(file).numbers()).containsExactly(1L, 2L, 3L);
        assertThat(Reading.of(file).bad()).isEmpty();
      }
    }
  }

  @Test
  void compressedFilesBehindEachOtherAreOneTrace() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    gzip.write(Compressed.gzip(THREE));
    gzip.write(Compressed.gzip("{\"time\":1790000000004}\n"));
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    zstd.write(Compressed.zstd(THREE));
    zstd.write(Compressed.zstd("{\"time\":1790000000004}\n"));

    assertThat(Reading.of(write(gzip.toByteArray())).numbers()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(Reading.of(write(zstd.toByteArray())).numbers()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void lineEndsOfWindows() throws IOException {
    Reading reading = Reading.of(write(THREE.replace("\n", "\r\n")));

    assertThat(reading.numbers()).containsExactly(1L, 2L, 3L);
    assertThat(reading.bad()).isEmpty();
  }

  @Test
  void noLineEndAtTheEnd() throws IOException {
    assertThat(Reading.of(write("{\"time\":1790000000001}\n{\"time\":1790000000002}")).numbers())
        .containsExactly(1L, 2L);
    assertThat(
            Reading.of(write("{\"time\":1790000000001}\r\n{\"time\":1790000000002}\r")).numbers())
        .containsExactly(1L, 2L);
  }

  @Test
  void aByteOrderMarkIsNothing() throws IOException {
    String marked = "\ufeff" + THREE;

    assertThat(Reading.of(write(marked)).numbers()).containsExactly(1L, 2L, 3L);
    assertThat(Reading.of(write(Compressed.gzip(marked))).numbers()).containsExactly(1L, 2L, 3L);
    assertThat(Reading.of(write(Compressed.zstd(marked))).numbers()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void blankLinesAreNothingButCountAsLines() throws IOException {
    Reading reading =
        Reading.of(
            write("\n\n  \t\r\n{\"time\":1790000000001}\n \nx\n\n{\"time\":1790000000002}\n\n"));

    assertThat(reading.numbers()).containsExactly(4L, 8L);
    assertThat(reading.bad()).singleElement().asString().startsWith("6: no JSON");
  }

  @Test
  void emptyFilesHoldNothing() throws IOException {
    for (byte[] empty :
        List.of(
            new byte[0],
            "\n \n\r\n".getBytes(StandardCharsets.UTF_8),
            Compressed.gzip(""),
            Compressed.zstd(""))) {
      Reading reading = Reading.of(write(empty));

      assertThat(reading.lines()).isEmpty();
      assertThat(reading.bad()).isEmpty();
    }
  }

  @Test
  void everyTruncationOfCompressedDataIsToldAsOne() throws IOException {
    for (byte[] whole : List.of(Compressed.gzip(THREE), Compressed.zstd(THREE))) {
      for (int length = 4; length < whole.length; length++) {
        Path cut = write(Arrays.copyOf(whole, length));

        assertThatThrownBy(() -> Reading.of(cut))
            .as("the first %d of %d bytes", length, whole.length)
            .isInstanceOf(EOFException.class);
      }
    }
  }

  @Test
  void damageOfCompressedDataIsAnIoProblemOrOtherLinesAndNothingElse() throws IOException {
    String text =
        IntStream.range(1, 400)
            .mapToObj(i -> "{\"time\":" + (1_790_000_000_000L + i * 7919 % 10_007) + "}\n")
            .collect(Collectors.joining());
    int failed = 0;
    for (byte[] whole : List.of(Compressed.gzip(text), Compressed.zstd(text))) {
      for (int at = 4; at < whole.length; at++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x55;
        try {
          Reading.of(write(damaged));
        } catch (IOException e) {
          failed++;
        }
      }
    }
    assertThat(failed).isGreaterThan(Compressed.gzip(text).length / 2);
  }

  @Test
  void damagedCompressedDataIsAZipException() throws IOException {
    for (byte[] whole : List.of(Compressed.gzip(THREE), Compressed.zstd(THREE))) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, 12, 16, (byte) 0xff);
      Path file = write(damaged);

      assertThatThrownBy(() -> Reading.of(file)).isInstanceOf(ZipException.class);
    }
  }

  @Test
  void bytesReadAreThoseOnDisk() throws IOException {
    Path file = write(Compressed.gzip(THREE));
    try (TraceReader reader = TraceReader.open(file, false, (number, reason) -> {})) {
      while (reader.next() != null) {
        assertThat(reader.bytesRead()).isBetween(1L, reader.size());
      }
      assertThat(reader.size()).isEqualTo(Files.size(file));
      assertThat(reader.bytesRead()).isEqualTo(reader.size());
      assertThat(reader.linesRead()).isEqualTo(3);
    }
  }

  private Path write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("trace"), bytes);
  }
}
