package dev.tocsin.event;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@code =~}: a regular expression of RE2, which matches the whole text in time linear
 * in its length. What it said of the last few hundred short texts is remembered, since names of
 * models and features come again and again and a match costs about 600 ns.
 */
public final class Regex implements TextPattern {
  private static final int REMEMBERED = 256;
  private static final int LONGEST_REMEMBERED = 128;

  /** What RE2 leaves out so that time stays linear. */
  private static final Map<String, java.util.regex.Pattern> MISSING =
      Map.of(
          "look-ahead or look-behind", java.util.regex.Pattern.compile("\\(\\?<?[=!]"),
          "back-references", java.util.regex.Pattern.compile("\\\\(?:[1-9]|k)"));

  private final String written;
  private final Pattern pattern;
  private final AtomicReferenceArray<@Nullable Answer> answers =
      new AtomicReferenceArray<>(REMEMBERED);

  private record Answer(String text, boolean matches) {}

  /**
   * What is wrong with a pattern.
   *
   * @param message in words
   * @param fragment the part of the pattern, where it is known
   * @param hint the way out, where there is one
   */
  public record Problem(String message, Optional<String> fragment, Optional<String> hint) {}

  /** Thrown for what is no pattern. */
  public static final class BadPatternException extends Exception {
    private final transient Problem problem;

    BadPatternException(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
      return problem;
    }
  }

  private Regex(String written, Pattern pattern) {
    this.written = written;
    this.pattern = pattern;
  }

  /** Reads a pattern. */
  public static Regex of(String written) throws BadPatternException {
    RegexLimits.check(written);
    try {
      return new Regex(written, Pattern.compile(written));
    } catch (PatternSyntaxException e) {
      throw new BadPatternException(problem(e));
    }
  }

  @Override
  public boolean matches(String text) {
    if (text.length() > LONGEST_REMEMBERED) {
      return pattern.matches(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    Answer answer = answers.get(place);
    if (answer == null || !answer.text().equals(text)) {
      answer = new Answer(text, pattern.matches(text));
      answers.set(place, answer);
    }
    return answer.matches();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Regex regex && regex.written.equals(written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  private static Problem problem(PatternSyntaxException e) {
    String fragment = e.getPattern();
    if ("stack underflow".equals(fragment)) { // what RE2/J says of it is an internal error
      return new Problem("a ')' without '('", Optional.of(")"), Optional.empty());
    }
    Optional<String> part = Optional.ofNullable(fragment).filter(text -> !text.isEmpty());
    for (Map.Entry<String, java.util.regex.Pattern> missing : MISSING.entrySet()) {
      Matcher found = missing.getValue().matcher(part.orElse(""));
      if (found.lookingAt()) {
        return new Problem(
            "regular expressions have no " + missing.getKey(),
            Optional.of(found.group()),
            Optional.of("without them no pattern can run away; join two comparisons with 'and'"));
      }
    }
    return new Problem(
        e.getDescription() + part.map(text -> ": " + text).orElse(""),
        part,
        part.filter(text -> text.equals("*") || text.equals("?"))
            .map(sign -> "any characters are '.*'; 'like' takes patterns as \"*-mini\""));
  }
}
