package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A syntax error of YAML in plain words.
 *
 * @param span where to look, which is not always where SnakeYAML gave up
 */
record YamlProblem(Span span, String message, Optional<String> hint) {

  static YamlProblem of(MarkedYAMLException e, Source source, NodeSpans spans) {
    Mark problemMark = e.getProblemMark();
    Span at = problemMark == null ? new Span(source, 0, 0) : spans.at(problemMark);
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    Optional<Span> began = Optional.ofNullable(e.getContextMark()).map(spans::at);
    Optional<Span> tab = tab(source, at);
    if (tab.isPresent()) {
      return problem(tab.get(), "a tab cannot indent", "indent with spaces");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return problem(
          began.orElse(at),
          "the quote that opens here is not closed",
          "close it, or put the text in quotes of the other kind");
    }
    if (context.contains("block scalar")) {
      return problem(
          began.orElse(at),
          shown(began.orElse(at)) + " begins a block of text on the lines below",
          "put the whole text in quotes");
    }
    if (context.contains("an alias")) {
      return problem(began.orElse(at), "'*' begins an alias", "put the whole text in quotes");
    }
    if (context.contains("flow")) {
      String closing = context.contains("mapping") ? "}" : "]";
      return problem(
          at,
          "expected ',' or '" + closing + "' here",
          "it closes line "
              + source.line(began.orElse(at).start())
              + "; put texts with commas, braces or ': ' in quotes");
    }
    if (problem.contains("mapping values are not allowed")) {
      return problem(
          at,
          "a second ':' cannot stand here",
          "put the whole text in quotes, or check the indentation");
    }
    if (problem.contains("<block end>")) {
      return problem(
          at,
          "this does not fit the lines above",
          behindValue(source, at) ? "put the whole text in quotes" : "check the indentation");
    }
    if (problem.contains("could not find expected ':'")) {
      return problem(
          began.orElse(at), "expected a key and ':' here", "check the indentation and quotes");
    }
    if (problem.contains("cannot start any token")) {
      return problem(at, "a text cannot begin with " + shown(at), "put the whole text in quotes");
    }
    if (problem.contains("undefined alias")) {
      return problem(
          at, "'*' begins an alias, but there is no such anchor", "put the whole text in quotes");
    }
    return new YamlProblem(at, "not valid YAML: " + problem, Optional.empty());
  }

  void report(Diagnostics diagnostics) {
    diagnostics.error(Code.YAML_SYNTAX, span, message, hint);
  }

  private static YamlProblem problem(Span span, String message, String hint) {
    return new YamlProblem(span, message, Optional.of(hint));
  }

  private static String shown(Span span) {
    return span.start() == span.end() ? "this" : "'" + span.text() + "'";
  }

  /** A value in quotes or braces ends there, and its author goes on. */
  private static boolean behindValue(Source source, Span at) {
    String before = source.text().substring(0, at.start()).stripTrailing();
    return Stream.of("\"", "'", "}", "]").anyMatch(before::endsWith);
  }

  /** A tab in the indentation of the line, or of the one before, where it often goes wrong. */
  private static Optional<Span> tab(Source source, Span at) {
    int line = source.line(at.start());
    int lineStart = source.text().lastIndexOf('\n', at.start() - 1) + 1;
    if (at.start() == lineStart && line > 1) {
      Optional<Span> before = tabFrom(source, source.text().lastIndexOf('\n', lineStart - 2) + 1);
      return before.or(() -> tabFrom(source, lineStart));
    }
    return tabFrom(source, lineStart);
  }

  private static Optional<Span> tabFrom(Source source, int lineStart) {
    String text = source.text();
    for (int i = lineStart; i < text.length() && " \t".indexOf(text.charAt(i)) >= 0; i++) {
      if (text.charAt(i) == '\t') {
        return Optional.of(new Span(source, i, i + 1));
      }
    }
    return Optional.empty();
  }
}
