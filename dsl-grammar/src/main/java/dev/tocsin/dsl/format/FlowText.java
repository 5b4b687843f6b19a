package dev.tocsin.dsl.format;

import dev.tocsin.dsl.yaml.Written;
import dev.tocsin.dsl.yaml.Written.Collection;
import dev.tocsin.dsl.yaml.Written.Entry;
import dev.tocsin.dsl.yaml.Written.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes on one line, in braces and brackets. */
final class FlowText {
  private final KeyOrder order;

  FlowText(KeyOrder order) {
    this.order = order;
  }

  /** Empty where it cannot stand on one line. */
  Optional<String> of(Written node, Place place) {
    if (node instanceof Scalar scalar) {
      return scalar.isEmpty() ? Optional.empty() : ScalarText.inline(scalar, true, place.ofText());
    }
    if (node instanceof Written.Alias alias) {
      return Optional.of("*" + alias.name());
    }
    Collection collection = (Collection) node;
    if (!collection.flow() || collection.comments().findAny().isPresent()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (Entry entry : order.of(collection, place)) {
      Optional<String> part = entry(entry, place);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    String inside = String.join(", ", parts);
    String properties = collection.properties();
    return Optional.of(
        (properties.isEmpty() ? "" : properties + " ")
            + (collection.keyed() ? "{" + inside + "}" : "[" + inside + "]"));
  }

  private Optional<String> entry(Entry entry, Place place) {
    return entry.key().isEmpty()
        ? of(entry.value(), place)
        : of(entry.value(), place.below(entry.name()))
            .map(value -> key(entry.key().get(), true) + ": " + value);
  }

  static String key(Scalar key, boolean flow) {
    return ScalarText.inline(key, flow, Place.FREE).orElseThrow();
  }
}
