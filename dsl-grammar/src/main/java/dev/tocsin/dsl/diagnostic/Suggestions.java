package dev.tocsin.dsl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the name that an author probably meant. */
public final class Suggestions {
  /** Longer names are not compared: the distance takes time in the product of the lengths. */
  private static final int LONGEST_COMPARED = 100;

  /** Two letters may begin anything. */
  private static final int LEAST_BEGUN = 3;

  private Suggestions() {}

  /**
   * The hint {@code did you mean 'x'?} with the nearest of the known names, or nothing when none is
   * near: more than a third of the letters would have to change; two letters exchanged are one
   * change. Case is no difference; of equally near names the alphabetically first is taken. Where
   * none is near, the only word that begins so is taken, as {@code critical} for {@code crit}.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    if (written.isEmpty() || written.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    String folded = written.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, written.length() / 3);
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(allowed);
    record Candidate(String name, int distance) {}
    return known.stream()
        .map(name -> new Candidate(name, distance.apply(folded, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() >= 0)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name)
        .or(() -> begun(folded, known))
        .map(name -> "did you mean '" + name + "'?");
  }

  private static Optional<String> begun(String folded, Collection<String> known) {
    List<String> longer =
        known.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(folded))
            .filter(name -> name.substring(folded.length()).chars().allMatch(Character::isLetter))
            .distinct()
            .toList();
    return folded.length() >= LEAST_BEGUN && longer.size() == 1
        ? Optional.of(longer.get(0))
        : Optional.empty();
  }
}
