package dev.tocsin.plan;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.window.WindowShape;
import java.time.Duration;

/** The length of a pane that a rule asks for; knows at the end whether any window took it. */
final class RuleResolution {
  /** Each group keeps as many folds. */
  private static final long MOST_PANES = 10_000;

  private final RuleDefinition rule;
  private final long tickNanos;
  private final Problems problems;
  private boolean taken;

  RuleResolution(RuleDefinition rule, long tickNanos, Problems problems) {
    this.rule = rule;
    this.tickNanos = tickNanos;
    this.problems = problems;
  }

  /** The window in panes as the rule asks for, or as it is. */
  WindowShape applied(WindowShape.Sliding window) throws TypingException {
    if (rule.resolution().isEmpty()) {
      return window;
    }
    taken = true;
    Duration pane = rule.resolution().get().value();
    Span span = rule.resolution().get().span();
    if (pane.toNanos() % tickNanos != 0) {
      throw problems.error(
          Code.BAD_RESOLUTION,
          span,
          "a resolution must be a whole number of ticks, and a tick is "
              + Problems.text(Duration.ofNanos(tickNanos)));
    }
    long shortest = window.shortestNanos();
    if (shortest % pane.toNanos() != 0) {
      throw problems.error(
          Code.BAD_RESOLUTION,
          span,
          "a resolution must divide the window, which is "
              + Problems.text(Duration.ofNanos(shortest)));
    }
    if (shortest / pane.toNanos() > MOST_PANES) {
      throw problems.error(
          Code.BAD_RESOLUTION,
          span,
          "a window of %s has too many panes of %s: at most %d"
              .formatted(
                  Problems.text(Duration.ofNanos(shortest)), Problems.text(pane), MOST_PANES));
    }
    return window.inPanesOf(pane.toNanos());
  }

  /** Reports the rule's own resolution when no window took it. */
  void rejectUnused() {
    if (rule.resolution().isPresent() && !taken && !rule.shared().contains("resolution")) {
      problems.error(
          Code.UNUSED_CLAUSE,
          rule.resolution().get().span(),
          "no term of the condition takes this 'resolution'",
          "only windows that slide have panes; remove it");
    }
  }
}
