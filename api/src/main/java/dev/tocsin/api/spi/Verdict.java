package dev.tocsin.api.spi;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A score that an evaluator gives a call.
 *
 * @param score its name, as in {@code score.refusal}
 * @param value in billionths (0.83 is 830,000,000); between 0 and 1 unless the score says otherwise
 * @param reason why, in words, or null
 */
public record Verdict(String score, long value, @Nullable String reason) {

  public Verdict {
    requireNonNull(score, "score");
  }

  /** A score of any value, rounded half-even to billionths. */
  public static Verdict of(String score, BigDecimal value) {
    return new Verdict(score, Decimals.scaled(value, 9), null);
  }

  /** A score of 1 for yes and 0 for no. */
  public static Verdict of(String score, boolean yes) {
    return of(score, yes ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  /** This verdict with a reason. */
  public Verdict because(String why) {
    return new Verdict(score, value, why);
  }
}
