package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.FieldCatalog;
import java.util.Optional;
import java.util.Set;

/** Finds the fields that an author names, or says what may have been meant. */
record KnownFields(Problems problems, FieldCatalog catalog, Metrics metrics) {

  private static final Set<String> FAMILIES = Set.of("attr", "measure", "score");

  Optional<Field> named(String name) {
    return catalog.named(name);
  }

  Field field(Expr.Name name) throws TypingException {
    return field(name.name(), name.span());
  }

  Field field(String name, Span span) throws TypingException {
    Optional<Field> field = catalog.named(name);
    if (field.isPresent()) {
      return field.get();
    }
    throw problems.error(Code.UNKNOWN_FIELD, span, "no field '" + name + "' in a call", hint(name));
  }

  private Optional<String> hint(String name) {
    if (metrics.names().contains(name)) {
      return Optional.of(
          "it is a metric, calculated from many events; metrics stand outside of aggregates");
    }
    if (FAMILIES.contains(name)) {
      return Optional.of("a name follows, as in: " + name + ".queue_depth");
    }
    return Suggestions.nearest(name, catalog.names())
        .or(() -> Optional.of("scores are 'score." + name + "', attributes 'attr." + name + "'"));
  }
}
