package dev.tocsin.aggregate;

/**
 * What a reading reads.
 *
 * @param value in base units, NaN for no data
 * @param samples how many events it rests on
 */
public record Value(double value, long samples) {

  /** Nothing was folded. */
  public static final Value NO_DATA = new Value(Double.NaN, 0);
}
