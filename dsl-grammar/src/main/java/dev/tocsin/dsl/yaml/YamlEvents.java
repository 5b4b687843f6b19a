package dev.tocsin.dsl.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/** The events of a text, kept, so that it is scanned once though it is read twice. */
final class YamlEvents implements Parser {
  private final Parser parser;
  private final List<Event> events = new ArrayList<>();

  YamlEvents(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public @Nullable Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    events.add(event);
    return event;
  }

  /** What was read. */
  List<Event> all() {
    return List.copyOf(events);
  }

  /** What was read, from the beginning. */
  Parser again() {
    return new Kept(events);
  }

  private static final class Kept implements Parser {
    private final List<Event> events;
    private int next;

    private Kept(List<Event> events) {
      this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return next < events.size() && events.get(next).is(choice);
    }

    @Override
    public @Nullable Event peekEvent() {
      return next < events.size() ? events.get(next) : null;
    }

    @Override
    public Event getEvent() {
      return events.get(next++);
    }
  }
}
