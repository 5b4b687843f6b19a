package dev.tocsin.testkit.mutation;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.RuleTexts;

/**
 * One change of one rule.
 *
 * @param rule its name
 * @param kind what is changed
 * @param place what is replaced
 * @param replacement by what
 */
public record Mutant(String rule, Kind kind, Span place, String replacement) {

  /** What can be changed, in the order in which it is tried. */
  public enum Kind {
    THRESHOLD("threshold"),
    NUMBER("number"),
    OPERATOR("operator"),
    SEVERITY("severity"),
    CHANNELS("channels"),
    FOR("for"),
    WINDOW("window"),
    RESOLVE("resolve_when"),
    KEEP_FIRING("keep_firing_for"),
    SAMPLES("min_samples");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As people call it. */
    public String label() {
      return label;
    }
  }

  /** The rules with the change, or what is wrong with them then. Nothing is written. */
  CheckedRules appliedTo(RuleFile file) {
    return Rules.check(RuleTexts.of(file).with(place, replacement));
  }

  /** The change in words: {@code threshold 2s -> 2.4s}. */
  public String text() {
    String now = replacement.isEmpty() ? "(left out)" : replacement;
    return kind.label() + " " + place.written().strip() + " -> " + now;
  }
}
