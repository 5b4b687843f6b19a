package dev.tocsin.cli.test;

import dev.tocsin.testkit.file.Outcome;
import java.time.Duration;

/**
 * What a test came to.
 *
 * @param outcome of the test
 * @param took by the clock on the wall
 */
record TestResult(Outcome outcome, Duration took) {}
