package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written;
import dev.tocsin.dsl.yaml.Written.Collection;
import dev.tocsin.dsl.yaml.Written.Entry;
import dev.tocsin.dsl.yaml.Written.Scalar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether two texts mean the same to all who read them, and have the same comments. */
final class SameMeaning {
  private final KeyOrder order;

  private SameMeaning(KeyOrder order) {
    this.order = order;
  }

  static boolean of(Written before, Written after, Place place) {
    return new SameMeaning(new KeyOrder(before)).same(before, after, place)
        && comments(before).equals(comments(after));
  }

  private static List<String> comments(Written root) {
    return root.comments().sorted().toList();
  }

  private boolean same(Written before, Written after, Place place) {
    if (!before.properties().equals(after.properties())) {
      return false;
    }
    if (before instanceof Scalar one && after instanceof Scalar other) {
      return sameText(one, other, place.ofText());
    }
    if (before instanceof Collection one && after instanceof Collection other) {
      return one.keyed() == other.keyed() && sameEntries(one, other, place);
    }
    return before.equals(after);
  }

  private static boolean sameText(Scalar before, Scalar after, Place place) {
    boolean told = place == Place.VALUE || before.value().contains("$(");
    if (!before.tag().equals(after.tag()) || (told && before.isPlain() != after.isPlain())) {
      return false;
    }
    Optional<String> meaning = Expressions.meaning(before.value(), place);
    return before.value().equals(after.value())
        || (meaning.isPresent() && meaning.equals(Expressions.meaning(after.value(), place)));
  }

  private boolean sameEntries(Collection before, Collection after, Place place) {
    if (before.entries().size() != after.entries().size()) {
      return false;
    }
    boolean free = order.isFree(before, place);
    List<Entry> one = free ? byName(before) : before.entries();
    List<Entry> other = free ? byName(after) : after.entries();
    return IntStream.range(0, one.size()).allMatch(i -> sameEntry(one.get(i), other.get(i), place));
  }

  private static List<Entry> byName(Collection mapping) {
    return mapping.entries().stream().sorted(Comparator.comparing(Entry::name)).toList();
  }

  private boolean sameEntry(Entry before, Entry after, Place place) {
    boolean keyed = before.key().isPresent();
    return keyed == after.key().isPresent()
        && (!keyed || same(before.key().get(), after.key().orElseThrow(), Place.FREE))
        && same(before.value(), after.value(), keyed ? place.below(before.name()) : place);
  }
}
