package dev.tocsin.trace.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTraceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}\n\n{\"a\":2}\n",
        "[{\"a\":1},{\"a\":2}]",
        "[[{\"a\":1}],[{\"a\":2}]]",
        "{\"data\":[{\"a\":1},{\"a\":2}],\"meta\":{}}",
        "{\n\"meta\":{},\n\"data\":[{\"a\":1},{\"a\":2}]\n}",
        "{\"data\":[\n{\"a\":1},\n{\"a\":2}\n]}\n",
        "{\"data\":[{\"a\":1}\n,{\"a\":2}]}\n",
        "\n{\"a\":1}\n{\"a\":2}",
        "{\n\"a\":1\n}\n{\n\"a\":2\n}\n",
        "{\"data\":[{\"a\":1}]}\n{\"data\":[{\"a\":2}]}\n",
        "[{\"data\":[{\"a\":1}]},{\"data\":[{\"a\":2}]}]",
      })
  void everyShapeGivesTheSameRecords(String json) throws IOException {
    assertThat(read(json))
        .hasSize(2)
        .allMatch(kind -> kind.endsWith("a=1") || kind.endsWith("a=2"));
  }

  @Test
  void ofLinesABrokenOneIsBadAndTheNextIsRead() throws IOException {
    assertThat(read("{\"a\":1\n{\"a\":2}\n[3]\n{\"a\":1e99999999999}\n{\"a\":1,\"a\":2}\n"))
        .containsExactly(
            "1 no JSON: the line ends in the middle of the object",
            "2 a=2",
            "3 expected a JSON object, not [3]",
            "4 no JSON: a number with an exponent that is out of range",
            "5 no JSON: Duplicate field 'a'");
  }

  @Test
  void inAnArrayAWrongRecordIsPassedAndBrokenJsonEndsIt() throws IOException {
    List<String> read =
        read("[{\"a\":1,\"a\":2,\"b\":{\"c\":[]}},\n{\"a\":2},\n7,\n{\"a\":!},{\"a\":1}]");
    assertThat(read.get(0)).startsWith("1 no JSON: Duplicate field 'a'");
    assertThat(read.subList(1, 3)).containsExactly("2 a=2", "3 expected a JSON object, not 7");
    assertThat(read.get(3)).startsWith("4 no JSON: ").endsWith("what follows is lost");
    assertThat(read).hasSize(4);
    assertThat(read("[{\"a\":1},\n{\"a\":").get(1))
        .isEqualTo("2 no JSON: the file ends in the middle; what follows is lost");
  }

  @Test
  void anArrayIsNeverHeld() throws IOException {
    byte[] record =
        ("{\"a\":1,\"text\":\"" + "x".repeat(1 << 20) + "\"},").getBytes(StandardCharsets.UTF_8);
    InputStream array =
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, 100)
                    .<InputStream>mapToObj(
                        i -> new ByteArrayInputStream(i == 0 ? first(record) : record))
                    .toList()));
    TraceRecords records = JsonTrace.of(array, Set.of(), (fields, found) -> found.passedOver("x"));
    for (int i = 0; i < 100; i++) {
      assertThat(records.next()).isInstanceOf(TraceRecord.PassedOver.class);
    }
  }

  private static byte[] first(byte[] record) {
    return ("[" + new String(record, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void damageBelowIsNotTakenForBrokenJson() throws IOException {
    InputStream damaged =
        new SequenceInputStream(
            new ByteArrayInputStream("[{\"a\":1},".getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new ZipException("damaged");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new ZipException("damaged");
              }
            });
    TraceRecords records =
        JsonTrace.of(damaged, Set.of(), (fields, found) -> found.passedOver("x"));
    assertThatThrownBy(
            () -> {
              records.next();
              records.next();
            })
        .isInstanceOf(ZipException.class);
  }

  private static List<String> read(String json) throws IOException {
    TraceRecords records =
        JsonTrace.of(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            Set.of("data"),
            (fields, found) -> found.passedOver("a=" + fields.text("a")));
    List<String> read = new ArrayList<>();
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      read.add(
          record.line()
              + " "
              + (record instanceof TraceRecord.PassedOver other
                  ? other.kind()
                  : ((TraceRecord.Bad) record).reason()));
    }
    return read;
  }
}
