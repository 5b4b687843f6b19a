package dev.tocsin.testkit.mutation;

import dev.tocsin.CheckedRules;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.RuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Runs the tests of a file, which must all pass, on its rules with one change at a time, until one
 * fails. Changes with which the rules do not load are left out.
 */
public final class MutationRun {
  private final int jobs;
  private final Duration budget;
  private final InstantSource clock;

  private enum Verdict {
    NOTICED,
    SURVIVED,
    UNTRIED,
    INVALID
  }

  /**
   * @param jobs how many changes are tried at once
   * @param budget no further change is tried after it
   * @param clock measures the budget
   */
  public MutationRun(int jobs, Duration budget, InstantSource clock) {
    this.jobs = jobs;
    this.budget = budget;
    this.clock = clock;
  }

  /** Tries the changes; blocks until it is done. */
  public MutationResult of(CheckedTests tests) throws InterruptedException {
    return of(tests, mutant -> true);
  }

  /** Tries some of the changes; blocks until it is done. */
  public MutationResult of(CheckedTests tests, Predicate<Mutant> wanted)
      throws InterruptedException {
    CheckedRules rules = tests.rules().orElseThrow();
    List<Mutant> mutants = Mutants.of(rules.file()).stream().filter(wanted).toList();
    Instant end = clock.instant().plus(budget);
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Verdict>> verdicts = new ArrayList<>();
      for (Mutant mutant : mutants) {
        verdicts.add(
            workers.submit(
                () ->
                    clock.instant().isAfter(end)
                        ? Verdict.UNTRIED
                        : verdict(mutant, rules, tests.orThrow())));
      }
      return result(mutants, verdicts);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Verdict verdict(Mutant mutant, CheckedRules rules, List<RuleTest> tests) {
    Optional<Plan> plan = mutant.appliedTo(rules.file()).plan();
    if (plan.isEmpty()) {
      return Verdict.INVALID;
    }
    boolean noticed =
        tests.stream()
            .sorted(Comparator.comparing(test -> !speaksOf(test, mutant.rule())))
            .anyMatch(test -> !test.run(plan.get(), List.of()).passed());
    return noticed ? Verdict.NOTICED : Verdict.SURVIVED;
  }

  private static boolean speaksOf(RuleTest test, String rule) {
    return test.definition().expect().stream()
        .anyMatch(
            each -> each instanceof Expectation.OfAlert alert && alert.rule().value().equals(rule));
  }

  private static MutationResult result(List<Mutant> mutants, List<Future<Verdict>> verdicts)
      throws InterruptedException {
    List<Mutant> noticed = new ArrayList<>();
    List<Mutant> survived = new ArrayList<>();
    List<Mutant> untried = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      switch (get(verdicts.get(i))) {
        case NOTICED -> noticed.add(mutants.get(i));
        case SURVIVED -> survived.add(mutants.get(i));
        case UNTRIED -> untried.add(mutants.get(i));
        case INVALID -> {}
      }
    }
    return new MutationResult(noticed, survived, untried);
  }

  private static Verdict get(Future<Verdict> verdict) throws InterruptedException {
    try {
      return verdict.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
