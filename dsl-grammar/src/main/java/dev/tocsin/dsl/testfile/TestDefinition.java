package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One test: rules, a trace, and what is expected. Immutable.
 *
 * @param name unique in its file
 * @param traces names of files, relative to the test file; the test is run on each
 * @param events that are generated, where there is no trace
 * @param start when {@code events:} begin, if it says so
 * @param until goes on at least until then, if it says so
 * @param drain whether it goes on until all windows are empty
 * @param allowedLateness how far events may be out of order, if it says so
 * @param inject what is done to the trace
 * @param expect what is expected
 * @param span all of it
 */
public record TestDefinition(
    Located<String> name,
    List<Located<String>> traces,
    List<EventsDefinition> events,
    Optional<Located<TimePoint>> start,
    Optional<Located<TimePoint>> until,
    boolean drain,
    Optional<Located<Duration>> allowedLateness,
    List<FaultDefinition> inject,
    List<Expectation> expect,
    Span span) {
  public TestDefinition {
    traces = List.copyOf(traces);
    events = List.copyOf(events);
    inject = List.copyOf(inject);
    expect = List.copyOf(expect);
  }
}
