package dev.tocsin.cli.test;

import dev.tocsin.testkit.coverage.Point;
import dev.tocsin.testkit.file.Outcome;
import java.time.Duration;
import java.util.Set;

/**
 * What a test came to.
 *
 * @param outcome of the test
 * @param seen what of the rules it saw
 * @param took by the clock on the wall
 */
record TestResult(Outcome outcome, Set<Point> seen, Duration took) {}
