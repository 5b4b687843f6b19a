package dev.tocsin.routing;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateFormat;

/** Holds the formats in the texts of messages and links against what they show. */
final class MessageFormats {
  private final Diagnostics diagnostics;

  MessageFormats(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(Template template) {
    template.fields().forEach(this::check);
  }

  private void check(Template.Field field) {
    boolean count = field.placeholder().isCount();
    field
        .format()
        .filter(format -> !count || format.value() != TemplateFormat.NUMBER)
        .ifPresent(
            format ->
                diagnostics.error(
                    Code.FORMAT_MISMATCH,
                    format.span(),
                    "'%s' is %s; '%s' does not fit"
                        .formatted(
                            field.placeholder().label(),
                            count ? "a count" : "a text",
                            format.value().label()),
                    "leave the format out"));
  }
}
