package dev.tocsin.dsl.template;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads templates. Names and formats must be known; whether this very rule has the dimension, the
 * label or the unit is not looked at here. Never throws: every problem is a diagnostic, and a text
 * with problems gives no template.
 */
public final class TemplateParser {
  /** Characters in one template. */
  static final int LONGEST = 10_000;

  private static final String LITERAL_HINT = "close it with '}}'; braces themselves: {{ \"{{\" }}";

  private final Fragment source;
  private final TemplateKind kind;
  private final String text;
  private final Diagnostics diagnostics;
  private final List<Template.Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private boolean failed;

  private TemplateParser(Fragment source, TemplateKind kind, Diagnostics diagnostics) {
    this.source = source;
    this.kind = kind;
    this.text = source.text();
    this.diagnostics = diagnostics;
  }

  /** Reads a text that is filled in from an alert. */
  public static Optional<Template> parse(Fragment text, Diagnostics diagnostics) {
    return parse(text, TemplateKind.ALERT, diagnostics);
  }

  /** Reads a text of any kind. */
  public static Optional<Template> parse(
      Fragment text, TemplateKind kind, Diagnostics diagnostics) {
    return new TemplateParser(text, kind, diagnostics).parse();
  }

  private Optional<Template> parse() {
    if (text.length() > LONGEST) {
      error(
          Code.TOO_LONG,
          source.span(LONGEST, LONGEST + 1),
          "the text is too long: at most " + LONGEST + " characters",
          Optional.empty());
      return Optional.empty();
    }
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      literal.append(text, at, open);
      TemplateTokens inside = TemplateTokens.from(text, open + 2);
      if (inside.end() < 0) {
        error(
            Code.TEMPLATE_SYNTAX,
            source.span(open, open + 2),
            "'{{' is not closed",
            Optional.of(LITERAL_HINT));
        return Optional.empty();
      }
      at = inside.end();
      placeholder(inside.tokens(), source.span(open, at));
    }
    literal.append(text.substring(at));
    addLiteral();
    return failed ? Optional.empty() : Optional.of(new Template(parts, source.span()));
  }

  private void placeholder(List<TemplateTokens.Token> tokens, Span braces) {
    if (tokens.isEmpty()) {
      error(Code.TEMPLATE_SYNTAX, braces, "the braces are empty", Optional.of(names()));
      return;
    }
    TemplateTokens.Token first = tokens.get(0);
    boolean quoted = first.isQuoted();
    if (quoted && tokens.size() == 1) {
      literal.append(first.unquoted());
      return;
    }
    if (quoted || first.isBar()) {
      unexpected(first, "a name such as value");
    } else if (tokens.size() > 1 && !tokens.get(1).isBar()) {
      unexpected(tokens.get(1), "'|' or '}}'");
    } else if (tokens.size() == 2) {
      error(
          Code.TEMPLATE_SYNTAX,
          span(tokens.get(1)),
          "no format behind '|'",
          Optional.of("formats are " + String.join(", ", TemplateFormat.labels())));
    } else if (tokens.size() > 3) {
      unexpected(tokens.get(3), "'}}'");
    } else {
      field(first, tokens.size() == 3 ? Optional.of(tokens.get(2)) : Optional.empty());
    }
  }

  private void field(TemplateTokens.Token name, Optional<TemplateTokens.Token> format) {
    int dot = name.text().indexOf('.');
    String root = dot < 0 ? name.text() : name.text().substring(0, dot);
    String key = dot < 0 ? "" : name.text().substring(dot + 1);
    Optional<Placeholder> placeholder =
        Placeholder.labelled(root).filter(known -> known.isIn(kind));
    if (placeholder.isEmpty() || (!placeholder.get().isKeyed() && dot >= 0)) {
      error(
          Code.UNKNOWN_PLACEHOLDER,
          span(name),
          kind.noun() + " has no '" + name.text() + "'",
          Optional.of(hint(root, dot >= 0)));
      return;
    }
    if (placeholder.get().isKeyed() && key.isEmpty()) {
      String example = placeholder.get() == Placeholder.GROUP ? "group.user" : "labels.team";
      error(
          Code.UNKNOWN_PLACEHOLDER,
          span(name),
          "'" + root + "' needs a name behind a dot",
          Optional.of("as in: {{ " + example + " }}"));
      return;
    }
    Optional<Located<TemplateFormat>> known = format.flatMap(this::format);
    if (format.isPresent() == known.isPresent()) {
      addLiteral();
      Span all = format.map(last -> span(name).to(span(last))).orElse(span(name));
      parts.add(new Template.Field(placeholder.get(), key, known, all));
    }
  }

  private Optional<Located<TemplateFormat>> format(TemplateTokens.Token token) {
    if (TemplateFormat.labels().contains(token.text())) {
      TemplateFormat format =
          TemplateFormat.valueOf(token.text().toUpperCase(java.util.Locale.ROOT));
      return Optional.of(new Located<>(format, span(token)));
    }
    error(
        Code.UNKNOWN_FORMAT,
        span(token),
        "unknown format '" + token.text() + "'",
        Suggestions.nearest(token.text(), TemplateFormat.labels())
            .or(() -> Optional.of("formats are " + String.join(", ", TemplateFormat.labels()))));
    return Optional.empty();
  }

  /** Also for those who write {@code $value} or {@code .Labels.user}, as Go templates do. */
  private String hint(String root, boolean keyed) {
    String bare = root.replaceFirst("^[$.]+", "");
    if (keyed && bare.equalsIgnoreCase("labels")) {
      return "write group.user for a dimension of 'by', labels.team for a label of the rule";
    }
    return Placeholder.labelled(root)
        .filter(known -> !known.isIn(kind))
        .map(known -> "'" + root + "' is for " + known.kinds().get(0).place() + "; " + names())
        .or(() -> Suggestions.nearest(bare, kind.labels()))
        .orElse(names());
  }

  private String names() {
    return "there are "
        + String.join(", ", kind.labels())
            .replace("group", "group.DIMENSION")
            .replace("labels", "labels.NAME");
  }

  private void unexpected(TemplateTokens.Token token, String expected) {
    error(
        Code.TEMPLATE_SYNTAX,
        span(token),
        "expected "
            + expected
            + ", found "
            + (token.isQuoted() ? "a text" : "'" + token.text() + "'"),
        Optional.of("as in: {{ value }} or {{ value | duration }}"));
  }

  private void addLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new Template.Text(literal.toString()));
      literal.setLength(0);
    }
  }

  private Span span(TemplateTokens.Token token) {
    return source.span(token.start(), token.start() + token.text().length());
  }

  private void error(Code code, Span span, String message, Optional<String> hint) {
    failed = true;
    diagnostics.error(code, span, message, hint);
  }
}
