package dev.tocsin.lint.allow;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.yaml.YamlComments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The warnings that the comments of a rule file and of all it includes allow. */
public final class Allowances {
  private final LocalDate today;
  private final List<Allowance> all = new ArrayList<>();
  private final Diagnostics problems = new Diagnostics();

  private Allowances(LocalDate today) {
    this.today = today;
  }

  /**
   * Reads the comments.
   *
   * @param today the day in UTC; an allowance holds up to the end of its last day
   */
  public static Allowances of(RuleFile file, LocalDate today) {
    Allowances allowances = new Allowances(today);
    List<Span> rules = file.rules().stream().map(RuleDefinition::span).toList();
    file.sources().stream()
        .filter(source -> source.text().contains("tocsin:"))
        .forEach(source -> allowances.read(source, rules));
    return allowances;
  }

  private void read(Source source, List<Span> rules) {
    Lines lines = new Lines(source);
    for (Span comment : YamlComments.of(source)) {
      AllowanceComment.read(comment, problems).ifPresent(read -> add(read, lines, rules));
    }
  }

  private void add(AllowanceComment comment, Lines lines, List<Span> rules) {
    if (comment.wholeFile() && !lines.isAtTheTop(comment.span())) {
      problems.warning(
          Code.BAD_ALLOWANCE,
          comment.span(),
          "'in file' stands before the first key of a file",
          Optional.of("move it there, or leave out 'in file'"));
      return;
    }
    List<Span> places =
        comment.wholeFile()
            ? List.of(new Span(comment.span().source(), 0, comment.span().source().text().length()))
            : lines.about(comment.span()).map(line -> lines.withAll(line, rules)).orElse(List.of());
    for (AllowanceComment.Named each : comment.codes()) {
      all.add(new Allowance(each.code(), each.span(), comment.until(), comment.reason(), places));
    }
  }

  /** What is wrong with the comments themselves, as warnings. */
  public List<Diagnostic> problems() {
    return problems.all();
  }

  /** Parts what is to be told from what is allowed. */
  public Sifted sift(List<Diagnostic> found) {
    List<Diagnostic> told = new ArrayList<>();
    List<Allowed> allowed = new ArrayList<>();
    Set<Allowance> needed = new LinkedHashSet<>();
    for (Diagnostic each : found) {
      List<Allowance> about =
          each.severity() == Level.ERROR
              ? List.of()
              : all.stream().filter(one -> one.covers(each.code(), each.span())).toList();
      needed.addAll(about);
      about.stream()
          .filter(one -> !one.isOver(today))
          .findFirst()
          .ifPresentOrElse(
              one -> allowed.add(new Allowed(each, one)), () -> told.add(ended(each, about)));
    }
    return new Sifted(
        told,
        allowed,
        all.stream().filter(one -> !needed.contains(one)).toList(),
        List.copyOf(needed));
  }

  private static Diagnostic ended(Diagnostic found, List<Allowance> over) {
    return over.stream()
        .map(Allowance::until)
        .max(LocalDate::compareTo)
        .map(
            day ->
                new Diagnostic(
                    found.code(),
                    found.severity(),
                    found.span(),
                    found.message() + "; its allowance ended on " + day,
                    found.hint()))
        .orElse(found);
  }

  /** A warning that is not told, and why. */
  public record Allowed(Diagnostic diagnostic, Allowance by) {}

  /**
   * What became of warnings and errors.
   *
   * @param told in the order in which they were found; of what is allowed no more, it says so
   * @param allowed the rest
   * @param unneeded allowances of what was not found
   * @param needed the other allowances, also those that are over
   */
  public record Sifted(
      List<Diagnostic> told,
      List<Allowed> allowed,
      List<Allowance> unneeded,
      List<Allowance> needed) {
    public Sifted {
      told = List.copyOf(told);
      allowed = List.copyOf(allowed);
      unneeded = List.copyOf(unneeded);
      needed = List.copyOf(needed);
    }
  }
}
