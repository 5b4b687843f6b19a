package dev.tocsin.trace.document;

import java.util.List;

/** How a format reads its records. May remember, and so belongs to one trace. */
public interface BatchReader {

  /**
   * Reads records of one document, or of a part of a long one.
   *
   * @param records in the order of the file
   * @param gathering takes what they are
   */
  void read(List<Found> records, Gathering gathering);

  /** Says at the end of the trace what is left. */
  default void end(Gathering gathering) {}
}
