package dev.tocsin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every trace format. */
public interface TraceFormatContract extends PluginContract<TraceFormat> {

  /** A trace of this format with at least one event. */
  byte[] sample();

  @Test
  default void recognisesItsOwn() {
    assertThat(plugin().recognises(sample())).isTrue();
  }

  @Test
  default void recognisesNothingInNothing() {
    assertThat(plugin().recognises(new byte[0])).isFalse();
  }

  @Test
  default void readsEventsInTheOrderOfTheLines() throws IOException {
    List<TraceRecord> records = read(sample());
    assertThat(records).anyMatch(TraceRecord.Good.class::isInstance);
    assertThat(records).extracting(TraceRecord::line).isSorted();
  }

  @Test
  default void staysAtTheEnd() throws IOException {
    TraceRecords records = plugin().open(new ByteArrayInputStream(sample()), true);
    while (records.next() != null) {
      // to the end
    }
    assertThat(records.next()).isNull();
  }

  @Test
  default void readsTheSameTwice() throws IOException {
    assertThat(read(sample()).toString()).isEqualTo(read(sample()).toString());
  }

  @Test
  default void bearsACutTrace() throws IOException {
    byte[] sample = sample();
    assertThat(read(Arrays.copyOf(sample, sample.length / 2))).isNotNull();
  }

  private List<TraceRecord> read(byte[] content) throws IOException {
    TraceRecords records = plugin().open(new ByteArrayInputStream(content), true);
    List<TraceRecord> all = new ArrayList<>();
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      all.add(record);
    }
    return all;
  }
}
