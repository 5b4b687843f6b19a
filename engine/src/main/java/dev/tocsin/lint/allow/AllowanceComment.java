package dev.tocsin.lint.allow;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment says: {@code # tocsin: allow TC703, TC705 until 2027-01-31, we are tuning it}.
 *
 * @param codes with where they stand; those that cannot be allowed are reported and left out
 * @param wholeFile whether it says {@code in file}
 * @param until the last day
 * @param reason what stands behind the day
 */
record AllowanceComment(
    Span span, List<Named> codes, boolean wholeFile, LocalDate until, Optional<String> reason) {
  private static final String EXAMPLE = "as in: # tocsin: allow TC703 until 2027-01-31, why";
  private static final Pattern DIRECTIVE = Pattern.compile("#+\\s*tocsin:\\s*(\\p{Alpha}+)");
  private static final Pattern WORD = Pattern.compile("[^\\s,]+");
  private static final Pattern LIKE_CODE = Pattern.compile("(?i)tc.*|.*\\d.*");
  private static final String VERB = "allow";
  private static final Set<String> OTHER_VERBS = Set.of("ignore", "disable", "suppress", "noqa");

  /** A code and where it stands. */
  record Named(Code code, Span span) {}

  AllowanceComment {
    codes = List.copyOf(codes);
  }

  /** Nothing of any other comment, nor of one that cannot be understood, which is reported. */
  static Optional<AllowanceComment> read(Span comment, Diagnostics diagnostics) {
    Matcher directive = DIRECTIVE.matcher(comment.text());
    if (!directive.lookingAt()) {
      return Optional.empty();
    }
    String verb = directive.group(1).toLowerCase(Locale.ROOT);
    boolean meant =
        OTHER_VERBS.contains(verb) || Suggestions.nearest(verb, List.of(VERB)).isPresent();
    if (!meant) {
      return Optional.empty();
    }
    if (!directive.group(1).equals(VERB)) {
      wrong(
          diagnostics,
          part(comment, directive.start(1), directive.end(1)),
          "unknown word '%s' behind 'tocsin:'".formatted(directive.group(1)),
          "did you mean 'allow'?");
      return Optional.empty();
    }
    return new Words(comment, directive.end(), diagnostics).read();
  }

  private static Span part(Span comment, int start, int end) {
    return new Span(comment.source(), comment.start() + start, comment.start() + end);
  }

  private static void wrong(Diagnostics diagnostics, Span span, String message, String hint) {
    diagnostics.warning(Code.BAD_ALLOWANCE, span, message, Optional.of(hint));
  }

  /** The words behind {@code allow}, one after the other. */
  private static final class Words {
    private final Span comment;
    private final Diagnostics diagnostics;
    private final Matcher words;
    private boolean found;

    private Words(Span comment, int from, Diagnostics diagnostics) {
      this.comment = comment;
      this.diagnostics = diagnostics;
      this.words = WORD.matcher(comment.text());
      this.found = words.find(from);
    }

    private Optional<AllowanceComment> read() {
      List<Named> codes = codes();
      boolean wholeFile = take("in") && take("file");
      if (!take("until")) {
        wrong(
            diagnostics,
            here(),
            found ? "expected 'until' and a day here" : "an allowance needs its last day",
            EXAMPLE);
        return Optional.empty();
      }
      Optional<LocalDate> until = day();
      if (codes.isEmpty() || until.isEmpty()) {
        return Optional.empty();
      }
      String reason = comment.text().substring(words.end()).replaceFirst("^[\\s,;:]+", "");
      return Optional.of(
          new AllowanceComment(
              comment,
              codes,
              wholeFile,
              until.get(),
              Optional.of(reason.strip()).filter(text -> !text.isEmpty())));
    }

    private List<Named> codes() {
      List<Named> codes = new ArrayList<>();
      boolean any = false;
      while (found && !is("in") && !is("until") && !isDay() && (!any || isLikeCode())) {
        any = true;
        code().ifPresent(codes::add);
        found = words.find();
      }
      if (!any) {
        wrong(diagnostics, here(), "an allowance names the codes of warnings", EXAMPLE);
      }
      return codes;
    }

    private Optional<Named> code() {
      String id = words.group();
      Optional<Code> code = AllowableCodes.named(id);
      if (code.isEmpty()) {
        wrong(
            diagnostics,
            here(),
            "there is no code '%s'".formatted(id),
            Suggestions.nearest(id, AllowableCodes.ids()).orElse(EXAMPLE));
      } else if (!AllowableCodes.ALL.contains(code.get())) {
        wrong(
            diagnostics,
            here(),
            "%s cannot be allowed".formatted(id),
            "only warnings about rules can: remove it here, and mend what it is about");
        return Optional.empty();
      }
      return code.map(each -> new Named(each, here()));
    }

    private Optional<LocalDate> day() {
      if (!found) {
        wrong(diagnostics, here(), "'until' needs a day", EXAMPLE);
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(words.group()));
      } catch (DateTimeParseException e) {
        wrong(
            diagnostics,
            here(),
            "'%s' is not a day".formatted(words.group()),
            "write days as 2027-01-31");
        return Optional.empty();
      }
    }

    private boolean take(String word) {
      boolean here = is(word);
      if (here) {
        found = words.find();
      }
      return here;
    }

    private boolean is(String word) {
      return found && words.group().equals(word);
    }

    private boolean isLikeCode() {
      return LIKE_CODE.matcher(words.group()).matches();
    }

    private boolean isDay() {
      return Character.isDigit(words.group().charAt(0));
    }

    /** The word at hand; behind the last one, the end of the comment. */
    private Span here() {
      return found
          ? part(comment, words.start(), words.end())
          : new Span(comment.source(), comment.end(), comment.end());
    }
  }
}
