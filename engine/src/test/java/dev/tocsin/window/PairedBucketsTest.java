package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Pages of buckets against two histograms. */
class PairedBucketsTest {

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void sameDistanceAsTwoHistograms(@ForAll Random random) {
    FoldKind kind = random.nextBoolean() ? FoldKind.SCORE_HISTOGRAM : FoldKind.LOG_HISTOGRAM;
    PairedBuckets pairs = new PairedBuckets(kind);
    HistogramState current = (HistogramState) kind.empty();
    HistogramState baseline = (HistogramState) kind.empty();
    List<Long> leaving = new ArrayList<>();
    int size = random.nextInt(200);
    for (int i = 0; i < size; i++) {
      long value = value(random);
      if (random.nextBoolean()) {
        pairs.changeBaseline(pairs.bucket(value), 1);
        baseline.add(value);
      } else {
        pairs.changeCurrent(pairs.bucket(value), 1);
        boolean leaves = random.nextInt(4) == 0;
        if (leaves) {
          leaving.add(value);
        } else {
          current.add(value);
        }
      }
    }
    leaving.forEach(value -> pairs.changeCurrent(pairs.bucket(value), -1));

    assertThat(pairs.current()).isEqualTo(current.samples());
    assertThat(pairs.baseline()).isEqualTo(baseline.samples());
    assertThat(Double.valueOf(pairs.largestDistance()))
        .isEqualTo(Double.valueOf(current.largestDistance(baseline)));
  }

  @Test
  void moreNumbersThan32BitsHold() {
    PairedBuckets pairs = new PairedBuckets(FoldKind.LOG_HISTOGRAM);
    pairs.changeBaseline(3, 1);
    pairs.changeCurrent(3, 3_000_000_000L);
    pairs.changeCurrent(500, 1_000_000_000L);
    assertThat(pairs.largestDistance()).isCloseTo(0.25, within(1e-12));
    pairs.changeCurrent(3, -2_999_999_999L);
    pairs.changeCurrent(-700, 1);
    pairs.changeCurrent(500, -999_999_998L);
    assertThat(pairs.largestDistance()).isEqualTo(0.5);
    assertThat(pairs.current()).isEqualTo(4);
  }

  private static long value(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextLong();
      case 1 -> -random.nextInt(1000);
      case 2, 3 -> 500_000_000 + random.nextInt(500) * 1_000_000L;
      default -> random.nextInt(100_000);
    };
  }
}
