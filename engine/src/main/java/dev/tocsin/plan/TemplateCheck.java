package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.template.Placeholder;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the templates of a rule against what its condition and its labels give. */
final class TemplateCheck {
  /** What stays the same as long as an alert lives. */
  private static final Set<Placeholder> LASTING =
      EnumSet.of(Placeholder.RULE, Placeholder.SEVERITY, Placeholder.GROUP);

  private static final String BY_ITSELF = "without a format it is shown as its unit asks for";

  private final Problems problems;
  private final String rule;
  private final List<String> dimensions;
  private final Set<String> labels;
  private final List<RuleComparison> deciding;

  /**
   * @param rule its name, for messages: the template may be shared by many
   * @param deciding the comparisons of which one is shown
   */
  TemplateCheck(
      Problems problems,
      String rule,
      List<String> dimensions,
      Set<String> labels,
      List<RuleComparison> deciding) {
    this.problems = problems;
    this.rule = rule;
    this.dimensions = dimensions;
    this.labels = labels;
    this.deciding = deciding;
  }

  void annotation(Template template) {
    template.fields().forEach(this::field);
  }

  /** Labels say which alert it is, to routes and silences. */
  void label(Template template) {
    template
        .fields()
        .forEach(
            field -> {
              if (LASTING.contains(field.placeholder())) {
                field(field);
              } else if (field.placeholder() == Placeholder.LABELS) {
                problems.error(
                    Code.CHANGING_LABEL, field.span(), "a label cannot show another label");
              } else {
                problems.error(
                    Code.CHANGING_LABEL,
                    field.span(),
                    "'%s' cannot stand in a label, which must stay the same while the alert lives"
                        .formatted(field.placeholder().label()),
                    "put it in an annotation");
              }
            });
  }

  private void field(Template.Field field) {
    switch (field.placeholder()) {
      case GROUP -> dimension(field);
      case LABELS -> label(field);
      case VALUE, THRESHOLD, SAMPLES, TERM, RULE, SEVERITY, TIME, TOP_CONTRIBUTORS -> {}
      case COUNT, FIRING, RESOLVED, RECEIVER, TRACE, CALL -> {} // the parser lets none through
    }
    field.format().ifPresent(format -> format(field, format));
  }

  private void dimension(Template.Field field) {
    if (!dimensions.contains(field.key())) {
      problems.error(
          Code.NO_SUCH_DIMENSION,
          field.span(),
          "the groups of rule '%s' have no '%s'".formatted(rule, field.key()),
          Suggestions.nearest(field.key(), dimensions)
              .or(
                  () ->
                      Optional.of(
                          dimensions.isEmpty()
                              ? "its condition is one total; 'by "
                                  + field.key()
                                  + "' would split it"
                              : "they have " + String.join(", ", dimensions))));
    }
  }

  private void label(Template.Field field) {
    if (!labels.contains(field.key())) {
      String hint =
          dimensions.contains(field.key())
              ? "it is a dimension: group." + field.key()
              : labels.isEmpty()
                  ? "add it under 'labels:'"
                  : "there are " + String.join(", ", new TreeSet<>(labels));
      problems.error(
          Code.NO_SUCH_LABEL,
          field.span(),
          "the alerts of rule '%s' have no label '%s'".formatted(rule, field.key()),
          Suggestions.nearest(field.key(), labels).or(() -> Optional.of(hint)));
    }
  }

  private void format(Template.Field field, Located<TemplateFormat> format) {
    String name = field.placeholder().label();
    switch (field.placeholder()) {
      case VALUE, THRESHOLD ->
          deciding.stream()
              .filter(comparison -> !fits(format.value(), unit(comparison)))
              .findFirst()
              .ifPresent(
                  comparison ->
                      mismatch(
                          format,
                          "'%s' can be that of '%s', which is %s"
                              .formatted(
                                  name, comparison.term(), Constants.describe(unit(comparison))),
                          BY_ITSELF));
      case SAMPLES -> {
        if (!fits(format.value(), Unit.COUNT)) {
          mismatch(format, "'samples' is a count", BY_ITSELF);
        }
      }
      case TERM,
          RULE,
          SEVERITY,
          TIME,
          GROUP,
          LABELS,
          TOP_CONTRIBUTORS,
          COUNT,
          FIRING,
          RESOLVED,
          RECEIVER,
          TRACE,
          CALL ->
          mismatch(format, "'" + name + "' is a text", "formats are for numbers");
    }
  }

  private void mismatch(Located<TemplateFormat> format, String why, String hint) {
    problems.error(
        Code.FORMAT_MISMATCH,
        format.span(),
        "%s; '%s' does not fit".formatted(why, format.value().label()),
        hint);
  }

  private static Unit unit(RuleComparison comparison) {
    return comparison.crossing().reading().unit();
  }

  private static boolean fits(TemplateFormat format, Unit unit) {
    return switch (format) {
      case MONEY -> unit == Unit.MONEY || unit == Unit.NUMBER;
      case DURATION -> unit == Unit.DURATION;
      case PERCENT -> unit == Unit.FRACTION || unit == Unit.NUMBER;
      case NUMBER -> true;
    };
  }
}
