package dev.tocsin.trace.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRecordsTest {
  private static final Layout LAYOUT = (from, field, list) -> field.equals("list");

  /** Tells each record as {@code list: {...}}. */
  private static final BatchReader TELLING =
      (records, gathering) ->
          records.forEach(
              each -> gathering.passedOver(each.line(), each.from() + ":" + each.node()));

  private static TraceRecords open(InputStream content) {
    return new DocumentRecords(content, LAYOUT, TELLING);
  }

  private static List<String> read(String content) throws IOException {
    TraceRecords records = open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    List<String> read = new ArrayList<>();
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      read.add(
          Recorded.text(record)
              .replace("passed over: ", "")
              .replace("\"", "")
              .replace("no JSON", "-"));
    }
    return read;
  }

  @Test
  void oneALine() throws IOException {
    assertThat(read("{\"a\":1}\n\n {\"b\":2}\r\n[{\"c\":3},4]\n\"x\"\n"))
        .containsExactly("1 :{a:1}", "3 :{b:2}", "4 :{c:3}", "4 :4", "5 :x");
  }

  @Test
  void oneOverManyLines() throws IOException {
    assertThat(
            read(
                "{\n \"list\": [\n  {\"a\":1},\n  {\"list\":[[],{\"b\":2}]}\n ],\n \"z\": 0\n}\n{\n \"c\":3}"))
        .containsExactly("3 list:{a:1}", "4 list:[]", "4 list:{b:2}", "8 :{c:3}");
  }

  @Test
  void whatIsAroundIsKnownInTheEnd() throws IOException {
    List<String> found = new ArrayList<>();
    TraceRecords records =
        new DocumentRecords(
            new ByteArrayInputStream(
                "{\"list\":[{\"a\":1}],\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8)),
            LAYOUT,
            (batch, gathering) ->
                batch.forEach(
                    each -> found.add(String.valueOf(each.around().find("name").node()))));
    assertThat(records.next()).isNull();
    assertThat(found).containsExactly("\"n\"");
  }

  @Test
  void goesOnAfterABrokenLine() throws IOException {
    assertThat(
            read(
                "{\"a\":1}\n{\"b\":\n{\"c\":3}x\n{\"d\":4}\n{\"e\":\"\n{\"f\":6}\nhello\n{\"g\":7}}\n{\"h\":8}"))
        .hasSize(11)
        .contains("1 :{a:1}", "3 :{c:3}", "4 :{d:4}", "6 :{f:6}", "8 :{g:7}", "9 :{h:8}")
        .anyMatch(text -> text.startsWith("5 bad"))
        .anyMatch(text -> text.startsWith("7 bad"));
  }

  @Test
  void goesOnAfterABrokenDocument() throws IOException {
    assertThat(read("{\n \"list\": [\n  {\"a\":1},\n  {\"b\":2]\n }\n}\n{\n \"c\":3\n}\n{\"d\":4}"))
        .startsWith("3 list:{a:1}")
        .endsWith("7 :{c:3}", "10 :{d:4}")
        .hasSize(4);
  }

  @Test
  void itIsSaidHowMuchIsLost() throws IOException {
    assertThat(read("{\n \"list\": [\n  {\"a\":1]\n ]\n}\n{\"b\":2}\n"))
        .satisfiesExactly(
            bad -> assertThat(bad).startsWith("1 bad: -").endsWith("; read on at line 6"),
            good -> assertThat(good).isEqualTo("6 :{b:2}"));
    assertThat(read("{\n \"list\": [\n  {\"a\":1]\n ]\n}\n"))
        .singleElement()
        .asString()
        .endsWith("; what follows is lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0x", "\0{\0}", "{\0}\0", "\0\0{\0", "\0\n\0", "{\"a\":\n\0\0\0"})
  void zerosAreNotTakenForOtherAlphabets(String odd) throws IOException {
    assertThat(read("{\"a\":1}\n" + odd + "\n{\"b\":2}\n"))
        .hasSizeGreaterThan(2)
        .startsWith("1 :{a:1}")
        .endsWith(lineOf(odd) + " :{b:2}");
  }

  private static long lineOf(String odd) {
    return 3 + odd.chars().filter(each -> each == '\n').count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":1e9999999999}",
        "{\"a\":tru}"
      })
  void badJson(String line) throws IOException {
    assertThat(read(line + "\n{\"b\":1}"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("1 bad: -")
        .doesNotContain("jackson", "Feature");
  }

  @Test
  void deepNestingIsBad() throws IOException {
    assertThat(read("[".repeat(100_000) + "\n{\"b\":1}")).hasSize(2).last().isEqualTo("2 :{b:1}");
    assertThat(read("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "\n{\"b\":1}"))
        .hasSize(2)
        .last()
        .isEqualTo("2 :{b:1}");
  }

  @Test
  void aRecordThatIsTooLongIsBad() throws IOException {
    InputStream content =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream("{\"a\":[".getBytes(StandardCharsets.UTF_8)),
                    repeated("1,\n", 30_000_000),
                    new ByteArrayInputStream("1]}\n{\"b\":2}".getBytes(StandardCharsets.UTF_8)))));
    TraceRecords records = open(content);
    assertThat(records.next())
        .isEqualTo(new TraceRecord.Bad(1, "longer than 64 MiB; read on at line 30000002"));
    assertThat(records.next()).isEqualTo(new TraceRecord.PassedOver(30_000_002, ":{\"b\":2}"));
  }

  @Test
  void aLongDocumentComesInParts() throws IOException {
    InputStream content =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream("{\"list\":[".getBytes(StandardCharsets.UTF_8)),
                    repeated("{\"text\":\"" + "x".repeat(1000) + "\"},", 20_000),
                    new ByteArrayInputStream("{}]}".getBytes(StandardCharsets.UTF_8)))));
    List<Integer> sizes = new ArrayList<>();
    TraceRecords records =
        new DocumentRecords(content, LAYOUT, (batch, gathering) -> sizes.add(batch.size()));
    assertThat(records.next()).isNull();
    assertThat(sizes).hasSizeGreaterThan(4).allMatch(size -> size <= 4096);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_001);
  }

  private static InputStream repeated(String text, int times) {
    byte[] bytes = text.repeat(1000).getBytes(StandardCharsets.UTF_8);
    Enumeration<InputStream> each =
        Collections.enumeration(
            IntStream.range(0, times / 1000)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(bytes))
                .toList());
    return new SequenceInputStream(each);
  }
}
