package dev.tocsin.evaluators.form;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the form of an answer by what its prompt asks for:
 *
 * <ul>
 *   <li>{@code score.offered_option}: 1 when the prompt offers options in brackets, as {@code
 *       "[Yes]" or "[No]"} or {@code (A) ... (B) ...}, and the answer takes one of them, else 0;
 *   <li>{@code score.shows_steps}: 1 when the prompt asks to think step by step and the answer has
 *       at least {@value #STEPS} sentences or lines, else 0.
 * </ul>
 *
 * A prompt that asks for neither is not judged.
 */
public final class AnswerFormEvaluator implements Evaluator {
  /** Whether an offered option was taken. */
  public static final String OFFERED_OPTION = "offered_option";

  /** Whether steps are shown where they were asked for. */
  public static final String SHOWS_STEPS = "shows_steps";

  private static final int STEPS = 3;
  private static final Pattern QUOTED_OPTION = Pattern.compile("\"(\\[[^\\]\\n]{1,40}\\])\"");
  private static final Pattern LETTER_OPTION = Pattern.compile("(\\([A-Z]\\))");
  private static final Pattern STEP_BY_STEP = Pattern.compile("step[ -]by[ -]step");
  private static final Pattern END_OF_STEP = Pattern.compile("[.!?:](?=\\s)|\\n|[.!?]$");

  @Override
  public String name() {
    return "answer_form";
  }

  @Override
  public Set<String> scores() {
    return Set.of(OFFERED_OPTION, SHOWS_STEPS);
  }

  @Override
  public List<Verdict> evaluate(Call call) {
    String prompt = call.input();
    String answer = call.output();
    if (prompt == null || answer == null) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>();
    Set<String> options = options(prompt);
    if (!options.isEmpty()) {
      String folded = answer.toLowerCase(Locale.ROOT);
      verdicts.add(
          Verdict.of(OFFERED_OPTION, options.stream().anyMatch(folded::contains))
              .because("offered: " + String.join(" ", options)));
    }
    if (STEP_BY_STEP.matcher(prompt.toLowerCase(Locale.ROOT)).find()) {
      verdicts.add(Verdict.of(SHOWS_STEPS, steps(answer) >= STEPS));
    }
    return verdicts;
  }

  private static Set<String> options(String prompt) {
    Set<String> options = new LinkedHashSet<>();
    collect(QUOTED_OPTION.matcher(prompt), options);
    if (options.isEmpty()) {
      collect(LETTER_OPTION.matcher(prompt), options);
    }
    return options.size() > 1 ? options : Set.of();
  }

  private static void collect(Matcher found, Set<String> options) {
    while (found.find()) {
      options.add(found.group(1).toLowerCase(Locale.ROOT));
    }
  }

  private static int steps(String answer) {
    Matcher ends = END_OF_STEP.matcher(answer.strip());
    int steps = 0;
    while (steps < STEPS && ends.find()) {
      steps++;
    }
    return steps;
  }
}
