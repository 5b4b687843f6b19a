package dev.tocsin.core;

import java.util.List;

/**
 * A term of a generated condition, in words only.
 *
 * @param function with its argument, as {@code avg(latency)}
 * @param where a predicate, or empty
 * @param by dimensions in alphabetical order
 * @param window a clause, as {@code over 1m}
 */
record Term(String function, String where, List<String> by, String window) {

  String text() {
    return function
        + (where.isEmpty() ? "" : " where (" + where + ")")
        + (by.isEmpty() ? "" : " by " + String.join(", ", by))
        + " "
        + window;
  }
}
