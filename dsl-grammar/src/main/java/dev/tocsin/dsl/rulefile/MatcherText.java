package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.MatchOperator;
import dev.tocsin.dsl.routing.MatcherDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads matchers as Alertmanager writes them: {@code severity="critical", team =~ pay.*}. */
final class MatcherText {
  private static final String EXAMPLE = "as in: severity = critical";
  private static final String LABEL = "[\\p{L}_][\\p{L}\\p{N}_.:-]*+";
  private static final Pattern BEGINNING =
      Pattern.compile("\\s*+(" + LABEL + ")\\s*+(=~|!~|!=|==|=|)\\s*+");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'", Pattern.DOTALL);
  private static final Pattern BARE = Pattern.compile("[^,]*+");
  private static final Pattern NO_COMMA =
      Pattern.compile("\\s(?:and\\s++)?(" + LABEL + ")\\s*+(?:=|!=|!~)");
  private static final Pattern BETWEEN = Pattern.compile("\\s*+(,\\s*+)?");

  private final Fragment source;
  private final Diagnostics diagnostics;
  private final List<MatcherDefinition> matchers = new ArrayList<>();
  private final int end;
  private int at;

  private MatcherText(Fragment source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    String text = source.text();
    int length = text.stripTrailing().length();
    int start = text.length() - text.stripLeading().length();
    boolean braces = length - start > 1 && text.startsWith("{", start) && text.endsWith("}");
    this.at = braces ? start + 1 : start;
    this.end = braces ? length - 1 : length;
  }

  /** All of a text, or those before what cannot be read, which is reported. */
  static List<MatcherDefinition> read(Fragment text, Diagnostics diagnostics) {
    MatcherText reader = new MatcherText(text, diagnostics);
    if (reader.at >= reader.end) {
      reader.error(0, text.text().length(), "there is no matcher", EXAMPLE);
    }
    boolean good = true;
    while (good && reader.at < reader.end) {
      good = reader.one();
    }
    return reader.matchers;
  }

  private boolean one() {
    Matcher beginning = matcher(BEGINNING);
    if (!beginning.lookingAt()) {
      return error(at, end, "expected the name of a label", EXAMPLE);
    }
    if (beginning.group(2).isEmpty()) {
      return error(
          beginning.end(), end, "expected =, !=, =~ or !~ behind the name of a label", EXAMPLE);
    }
    if (beginning.group(2).equals("==")) {
      return error(beginning.start(2), beginning.end(2), "there is no '=='", "write =");
    }
    at = beginning.end();
    Optional<Fragment> value = value();
    if (value.isEmpty()) {
      return false;
    }
    Located<String> label =
        new Located<>(beginning.group(1), source.span(beginning.start(1), beginning.end(1)));
    matchers.add(new MatcherDefinition(label, operator(beginning.group(2)), value.get()));
    return comma();
  }

  private boolean comma() {
    Matcher between = matcher(BETWEEN);
    boolean found = between.lookingAt();
    at = found ? between.end() : at;
    return at >= end
        || (found && between.group(1) != null)
        || error(at, end, "expected a comma between two matchers", EXAMPLE + ", team = search");
  }

  private Optional<Fragment> value() {
    String text = source.text();
    boolean opens = at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    if (!opens) {
      return bare();
    }
    Matcher quoted = matcher(QUOTED);
    if (!quoted.lookingAt()) {
      error(at, at + 1, "the text that begins here is not closed", "put a quote behind it");
      return Optional.empty();
    }
    at = quoted.end();
    return Optional.of(
        quoted.group(1) == null
            ? source.part(quoted.start(2), quoted.end(2))
            : unescaped(source.part(quoted.start(1), quoted.end(1))));
  }

  private Optional<Fragment> bare() {
    Matcher bare = matcher(BARE);
    String written = bare.lookingAt() ? bare.group().stripTrailing() : "";
    Matcher another = NO_COMMA.matcher(written);
    if (another.find()) {
      error(
          at + another.start(1),
          at + another.end(1),
          "expected a comma between two matchers",
          "put a value that holds blanks and signs in quotes");
      return Optional.empty();
    }
    Fragment value = source.part(at, at + written.length());
    at += written.length();
    return Optional.of(value);
  }

  /** Backslashes before other signs stay, as patterns have many of them. */
  private static Fragment unescaped(Fragment written) {
    StringBuilder text = new StringBuilder();
    int[] offsets = new int[written.text().length() + 1];
    int i = 0;
    while (i < written.text().length()) {
      char c = written.text().charAt(i);
      int escaped = c == '\\' ? "\\\"n".indexOf(written.text().charAt(i + 1)) : -1;
      offsets[text.length()] = written.span(i, i).start();
      text.append(escaped < 0 ? c : "\\\"\n".charAt(escaped));
      i += escaped < 0 ? 1 : 2;
    }
    offsets[text.length()] = written.span().end();
    return Fragment.of(
        written.source(), text.toString(), Arrays.copyOf(offsets, text.length() + 1));
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(source.text()).region(at, end);
  }

  private static MatchOperator operator(String symbol) {
    return Arrays.stream(MatchOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  /** Never true, for what is to be returned. */
  private boolean error(int from, int until, String message, String hint) {
    diagnostics.error(Code.BAD_MATCHER, source.span(from, Math.max(from, until)), message, hint);
    return false;
  }
}
