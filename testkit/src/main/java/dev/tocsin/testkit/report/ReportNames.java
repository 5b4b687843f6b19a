package dev.tocsin.testkit.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files for reports: readable, fit for every file system, each once. Not thread-safe. */
public final class ReportNames {
  private static final int MOST_CHARACTERS = 100;

  private final Set<String> taken = new HashSet<>();

  /** A name that ends with {@code .html}. */
  public String of(String title) {
    String plain = title.replaceAll("[^\\p{Alnum}._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String stem = plain.isEmpty() ? "report" : plain;
    String cut = stem.length() > MOST_CHARACTERS ? stem.substring(0, MOST_CHARACTERS) : stem;
    String name = cut;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = cut + "-" + number;
    }
    return name + ".html";
  }
}
