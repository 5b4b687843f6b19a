package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.yaml.Written.Collection;
import dev.tocsin.dsl.yaml.Written.Comment;
import dev.tocsin.dsl.yaml.Written.Entry;
import dev.tocsin.dsl.yaml.Written.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Makes nodes of events, and gives each comment to what it stands at. */
final class WrittenReader {
  private final List<Event> events;
  private final EventPlaces places;
  private final Comments comments;
  private final WrittenScalars scalars;
  private int next;

  WrittenReader(List<Event> events, EventPlaces places, Comments comments) {
    this.events = events;
    this.places = places;
    this.comments = comments;
    this.scalars = new WrittenScalars(places);
  }

  Written read() {
    while (!isNode(peek())) {
      next++;
    }
    return node(-1);
  }

  private static boolean isNode(Event event) {
    return event instanceof ScalarEvent
        || event instanceof AliasEvent
        || event instanceof CollectionStartEvent;
  }

  private Event peek() {
    return events.get(next);
  }

  private Event take() {
    return events.get(next++);
  }

  /**
   * @param outer the column of the mapping around it; -1 without one
   */
  private Written node(int outer) {
    Event event = take();
    if (event instanceof ScalarEvent scalar) {
      return scalars.read(scalar);
    }
    if (event instanceof AliasEvent alias) {
      return new Written.Alias(alias.getAnchor());
    }
    return collection((CollectionStartEvent) event, outer);
  }

  private Collection collection(CollectionStartEvent start, int outer) {
    boolean keyed = start instanceof MappingStartEvent;
    List<Entry> entries = new ArrayList<>();
    int column = start.isFlow() || peek() instanceof CollectionEndEvent ? 0 : column(keyed);
    while (!(peek() instanceof CollectionEndEvent)) {
      entries.add(entry(keyed, column));
    }
    Event end = take();
    List<Comment> below =
        start.isFlow()
            ? comments.before(places.start(end))
            : comments.indented(!keyed && column == outer ? column + 1 : column, followingNode());
    return new Collection(
        WrittenScalars.properties(start.getAnchor(), start.getTag()),
        keyed,
        start.isFlow(),
        entries,
        below);
  }

  /** Of a block whose first entry is next. */
  private int column(boolean keyed) {
    int first = places.start(peek());
    return places.column(keyed ? first : places.dash(first));
  }

  private int followingNode() {
    for (int i = next; i < events.size(); i++) {
      if (isNode(events.get(i)) || isFlowEnd(events.get(i))) {
        return places.start(events.get(i));
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The end of a block has no sign of its own. */
  private boolean isFlowEnd(Event event) {
    int start = event instanceof CollectionEndEvent ? places.start(event) : -1;
    return start >= 0 && start < places.end(event);
  }

  private Entry entry(boolean keyed, int column) {
    int start = places.start(peek());
    List<Comment> above = new ArrayList<>(comments.before(start));
    Optional<Scalar> key = keyed ? Optional.of(key()) : Optional.empty();
    List<String> beside = new ArrayList<>();
    if (keyed) {
      int keyEnd = places.end(events.get(next - 1));
      comments.beside(keyEnd, places.start(peek())).ifPresent(beside::add);
    }
    boolean block = peek() instanceof CollectionStartEvent open && !open.isFlow();
    if (!block) {
      above.addAll(comments.before(contentStart(peek())));
    }
    Event first = peek();
    Written value = node(column);
    if (!block) {
      int end =
          value instanceof Scalar scalar && scalar.isBlock()
              ? contentStart(first)
              : places.end(events.get(next - 1));
      comments.beside(end, followingNode()).ifPresent(beside::add);
    }
    for (int i = 1; i < beside.size(); i++) {
      above.add(new Comment(beside.get(i - 1), false));
    }
    return new Entry(
        above,
        places.isApart(start),
        key,
        value,
        beside.isEmpty() ? Optional.empty() : Optional.of(beside.get(beside.size() - 1)));
  }

  private int contentStart(Event event) {
    return event instanceof ScalarEvent scalar ? places.contentStart(scalar) : places.start(event);
  }

  private Scalar key() {
    if (take() instanceof ScalarEvent event) {
      Scalar key = scalars.read(event);
      if (!key.isBlock() && !key.isEmpty() && !Objects.requireNonNull(key.raw()).contains("\n")) {
        return key;
      }
    }
    throw new WrittenObstacle("it has a key that is not a text on one line");
  }
}
