package dev.tocsin.testkit.fake;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A trace format whose records are those it was made with, whatever the content. */
public final class ListedTrace implements TraceFormat {
  private final String name;
  private final String magic;
  private final List<TraceRecords.TraceRecord> records;

  /**
   * @param name its name
   * @param magic traces that begin with this are of this format
   * @param records what it reads
   */
  public ListedTrace(String name, String magic, List<TraceRecords.TraceRecord> records) {
    this.name = name;
    this.magic = magic;
    this.records = List.copyOf(records);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith(magic);
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    Iterator<TraceRecords.TraceRecord> next = records.iterator();
    return () -> next.hasNext() ? next.next() : null;
  }
}
