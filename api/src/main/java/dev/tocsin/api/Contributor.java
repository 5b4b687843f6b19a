package dev.tocsin.api;

/**
 * A segment of the traffic that contributes to a reading: all calls with one value of a dimension.
 *
 * @param dimension for example {@code model}
 * @param value of the dimension
 * @param share of what the reading is about, 0 to 1: of the money of a sum, of the failed calls of
 *     a rate, of the calls beyond the threshold of a percentile
 * @param trafficShare of all calls that the reading looks at, 0 to 1; what contributes more than
 *     its part of the traffic stands out
 */
public record Contributor(String dimension, String value, double share, double trafficShare) {}
