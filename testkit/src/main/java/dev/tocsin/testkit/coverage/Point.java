package dev.tocsin.testkit.coverage;

/**
 * One thing that a test can see. Equal points are the same thing.
 *
 * @param kind what it is
 * @param of the rule, or the word route or receiver
 * @param what as {@code never fires}: what is so while no test has seen it
 * @param place file, line and column where it is written; of routes only the file
 */
public record Point(Kind kind, String of, String what, String place) {}
