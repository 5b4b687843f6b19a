package dev.tocsin.window;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Numbers to fold, such as a kind of fold can meet.
 *
 * @param kind which fold
 * @param values what it folds
 */
record Folded(FoldKind kind, List<Long> values) {

  /** All folds there are. */
  static final List<FoldKind> KINDS = List.of(FoldKind.values());

  static Arbitrary<Folded> any(int maxSize) {
    return Arbitraries.of(KINDS)
        .flatMap(
            kind -> number(kind).list().ofMaxSize(maxSize).map(values -> new Folded(kind, values)));
  }

  static Arbitrary<Long> number(FoldKind kind) {
    return switch (kind) {
      case RATIO -> Arbitraries.longs().between(0, 1);
      case SCORE_HISTOGRAM -> Arbitraries.longs().between(0, 1_000_000_000);
      case DISTINCT, CATEGORIES ->
          Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-5, 5));
      default ->
          Arbitraries.oneOf(
              Arbitraries.longs(),
              Arbitraries.longs().between(-130, 130),
              Arbitraries.longs().between(0, 100_000_000),
              Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1));
    };
  }
}
