package dev.tocsin.trace.record;

/** How a format reads its records. */
@FunctionalInterface
public interface JsonEvents {

  /**
   * Reads one record.
   *
   * @param record the whole of it
   * @param findings takes what it says
   * @throws BadEventException when nothing of it can be used
   */
  void read(Fields record, Findings findings) throws BadEventException;
}
