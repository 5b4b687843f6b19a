package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.yaml.Written.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The comments of a text, taken one after the other. Between texts and aliases stand only signs,
 * anchors, tags and white space, so that a {@code #} there begins a comment.
 */
final class Comments {
  private final EventPlaces places;
  private final List<Found> all = new ArrayList<>();
  private boolean directive;
  private int next;

  /** A comment from its sign to the end of the line. */
  record Found(int offset, String text, boolean ownLine) {}

  private Comments(EventPlaces places) {
    this.places = places;
  }

  static Comments of(Source source, List<Event> events, EventPlaces places) {
    Comments comments = new Comments(places);
    int at = 0;
    for (Event event : events) {
      if (event instanceof AliasEvent) {
        comments.gap(at, places.start(event));
        at = places.end(event);
      } else if (event instanceof ScalarEvent scalar) {
        int start = places.contentStart(scalar);
        boolean block =
            scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        comments.gap(at, block ? places.lineEnd(start) : start);
        at = Math.max(at, places.end(event));
      }
    }
    comments.gap(at, source.text().length());
    return comments;
  }

  private void gap(int from, int to) {
    String text = places.text();
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = places.lineEnd(at);
        boolean ownLine = text.substring(places.lineStart(at), at).isBlank();
        all.add(new Found(at, text.substring(at, end).stripTrailing(), ownLine));
        at = end;
      } else if (c == '&' || c == '!') {
        at = behindWord(at, to);
      } else if (c == '%' && places.column(at) == 0) {
        directive = true;
        at = places.lineEnd(at);
      } else {
        at++;
      }
    }
  }

  /** All of them, without the line ends. */
  List<Span> spans(Source source) {
    return all.stream()
        .map(each -> new Span(source, each.offset(), each.offset() + each.text().length()))
        .toList();
  }

  /** Whether there is a line that begins with a percent sign. */
  boolean hasDirective() {
    return directive;
  }

  private int behindWord(int from, int to) {
    int at = from;
    while (at < to && " \t\n,[]{}".indexOf(places.text().charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The next where it is on the same line, and before the next node. */
  Optional<String> beside(int end, int nextNode) {
    Optional<Found> found =
        peek()
            .filter(each -> each.offset() < nextNode && places.onOneLine(end, each.offset()))
            .filter(each -> !each.ownLine());
    if (found.isPresent()) {
      next++;
    }
    return found.map(Found::text);
  }

  /** All before an offset. */
  List<Comment> before(int offset) {
    return take(each -> each.offset() < offset);
  }

  /** Those on lines of their own, at least so far to the right. */
  List<Comment> indented(int column, int before) {
    return take(
        each -> each.ownLine() && each.offset() < before && places.column(each.offset()) >= column);
  }

  private List<Comment> take(Predicate<Found> wanted) {
    List<Comment> taken = new ArrayList<>();
    while (peek().filter(wanted).isPresent()) {
      Found found = all.get(next++);
      taken.add(new Comment(found.text(), found.ownLine() && places.isApart(found.offset())));
    }
    return taken;
  }

  private Optional<Found> peek() {
    return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
  }
}
