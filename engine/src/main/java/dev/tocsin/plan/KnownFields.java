package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.FieldCatalog;
import java.util.Optional;

/** Finds the fields that an author names, or says what may have been meant. */
record KnownFields(Problems problems, FieldCatalog catalog, Metrics metrics) {

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
    throw problems.error(
        Code.UNKNOWN_FIELD, span, "no field '" + name + "' in a call", hint(name));
  }

  private Optional<String> hint(String name) {
    if (metrics.names().contains(name)) {
      return Optional.of(
          "it is a metric, which is calculated from many calls; compare it outside of the"
              + " aggregate, as in: count() over 5m > 10 and "
              + name
              + " > 1");
    }
    return Suggestions.nearest(name, catalog.names())
        .or(() -> Optional.of("scores are 'score." + name + "', attributes 'attr." + name + "'"));
  }
}
