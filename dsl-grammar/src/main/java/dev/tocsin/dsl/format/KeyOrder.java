package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written;
import dev.tocsin.dsl.yaml.Written.Collection;
import dev.tocsin.dsl.yaml.Written.Comment;
import dev.tocsin.dsl.yaml.Written.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order the keys of a mapping are written. */
final class KeyOrder {
  private final boolean fixed;

  /** With aliases an author's order stays: an anchor has to come before them. */
  KeyOrder(Written root) {
    this.fixed = root.all().anyMatch(Written.Alias.class::isInstance);
  }

  List<Entry> of(Collection collection, Place place) {
    if (!isFree(collection, place)) {
      return collection.entries();
    }
    List<Entry> sorted = new ArrayList<>(collection.entries());
    sorted.sort(Comparator.comparing(entry -> place.rank(entry.name())));
    if (place == Place.RULE_FILE || place == Place.TEST_FILE) {
      headerFirst(collection.entries().get(0), sorted);
    }
    return sorted;
  }

  boolean isFree(Collection collection, Place place) {
    return !fixed
        && collection.keyed()
        && !collection.entries().isEmpty()
        && !place.order().isEmpty();
  }

  /** What stands at the top of a file is about the file. */
  private static void headerFirst(Entry was, List<Entry> sorted) {
    Entry first = sorted.get(0);
    if (first.name().equals(was.name()) || was.above().isEmpty()) {
      return;
    }
    sorted.set(sorted.indexOf(was), was.below(List.of(), false));
    List<Comment> above = new ArrayList<>(was.above());
    for (int i = 0; i < first.above().size(); i++) {
      Comment comment = first.above().get(i);
      above.add(new Comment(comment.text(), i == 0 || comment.apart()));
    }
    sorted.set(0, first.below(above, was.apart()));
  }
}
