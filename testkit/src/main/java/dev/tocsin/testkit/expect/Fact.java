package dev.tocsin.testkit.expect;

import java.util.Optional;

/**
 * One thing that is said of an alert.
 *
 * @param expected in words
 * @param found what is so instead, if it is not so
 */
record Fact(String expected, Optional<String> found) {}
