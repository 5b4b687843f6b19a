package dev.tocsin.dsl.testfile;

import dev.tocsin.api.Event;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.DiagnosticText;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.KnownKeys;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.YamlText;
import dev.tocsin.testkit.events.GeneratedTrace;
import dev.tocsin.testkit.fault.Faults;
import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.TraceLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A text with the keys {@code events:} and {@code inject:} alone, read and planned. */
public record WrittenTrace(GeneratedTrace trace, Faults faults, Diagnostics diagnostics) {
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static final Set<String> SCORES = Set.of("answer_relevance", "faithfulness");

  /** Whatever is in it; what is wrong is in the diagnostics. */
  public static WrittenTrace read(String text) {
    return read(text, START);
  }

  private static void read(
      KeyedMapping test,
      NodeReader reader,
      List<EventsDefinition> events,
      List<FaultDefinition> faults) {
    test.get("events").map(new EventsReader(reader)::read).ifPresent(events::addAll);
    test.get("inject").map(new FaultReader(reader)::read).ifPresent(faults::addAll);
  }

  /** Whatever is in it, in a trace that begins then. */
  public static WrittenTrace read(String text, Instant start) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("alert_rules_test.yaml", text);
    List<EventsDefinition> events = new ArrayList<>();
    List<FaultDefinition> faults = new ArrayList<>();
    YamlText.read(source, "begin with 'events:'", diagnostics)
        .ifPresent(
            yaml ->
                KeyedMapping.read(
                        yaml.root(),
                        new KnownKeys("a test", List.of("events", "inject"), Map.of()),
                        "as in: {events: []}",
                        yaml.reader())
                    .ifPresent(test -> read(test, yaml.reader(), events, faults)));
    return new WrittenTrace(
        GeneratedTrace.of(events, start, ZoneOffset.UTC, SCORES, diagnostics),
        Faults.of(faults, start, ZoneOffset.UTC, SCORES, diagnostics),
        diagnostics);
  }

  /** What must be right. */
  public static WrittenTrace of(String text) {
    return of(text, START);
  }

  /** What must be right, in a trace that begins then. */
  public static WrittenTrace of(String text, Instant start) {
    WrittenTrace written = read(text, start);
    if (!written.diagnostics.all().isEmpty()) {
      throw new AssertionError(written.told());
    }
    return written;
  }

  /** What its author is told. */
  public String told() {
    return diagnostics.all().stream()
        .map(DiagnosticText::render)
        .collect(Collectors.joining("\n\n"));
  }

  /** Its events with the faults in them. */
  public List<Event> events() {
    return all(faults.edits().apply(trace.events()));
  }

  /** All events of a source. */
  public static List<Event> all(EventSource source) {
    List<Event> events = new ArrayList<>();
    try (source) {
      for (TraceLine line = source.next(); line != null; line = source.next()) {
        events.add(line.event());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }
}
