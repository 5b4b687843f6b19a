package dev.tocsin.dsl.template;

/** Writes a template in one canonical way: reading the text again gives the same template. */
public final class TemplatePrinter {
  private static final String OPEN = "{{";

  private TemplatePrinter() {}

  /** The text. */
  public static String print(Template template) {
    StringBuilder printed = new StringBuilder();
    for (int i = 0; i < template.parts().size(); i++) {
      Template.Part part = template.parts().get(i);
      if (part instanceof Template.Text text) {
        printed.append(text(text.text(), i + 1 < template.parts().size()));
      } else {
        printed.append(field((Template.Field) part));
      }
    }
    return printed.toString();
  }

  /** Braces that would open a placeholder stand in quotes inside one. */
  private static String text(String text, boolean placeholderFollows) {
    String escaped = text.replace(OPEN, "{{ \"{{\" }}");
    boolean runsInto = placeholderFollows && escaped.endsWith("{");
    return runsInto ? escaped.substring(0, escaped.length() - 1) + "{{ \"{\" }}" : escaped;
  }

  private static String field(Template.Field field) {
    String key = field.placeholder().isKeyed() ? "." + field.key() : "";
    String format = field.format().map(written -> " | " + written.value().label()).orElse("");
    return OPEN + " " + field.placeholder().label() + key + format + " }}";
  }
}
