package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The events of a text, kept, so that it is scanned once though it is read twice. */
final class YamlEvents implements Parser {
  private final Parser parser;
  private final List<Event> events = new ArrayList<>();

  YamlEvents(Parser parser) {
    this.parser = parser;
  }

  /**
   * All events of a text.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when it cannot be read
   */
  static List<Event> of(Source source) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlLimits.LONGEST);
    options.setNestingDepthLimit(YamlLimits.DEEPEST);
    Parser parser = new ParserImpl(new StreamReader(source.text()), options);
    List<Event> all = new ArrayList<>();
    while (parser.peekEvent() != null) {
      all.add(parser.getEvent());
    }
    return all;
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
