package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What {@link FoldState} promises, for every kind of fold. */
class FoldLawsTest {

  @Property(tries = 1000)
  void foldsWhatItIsGiven(@ForAll("folded") Folded folded) {
    Exact.assertFolded(States.of(folded.kind(), folded.values()), folded.values());
  }

  @Property(tries = 1000)
  void halvesMergedEqualTheWhole(
      @ForAll("folded") Folded folded, @ForAll @IntRange(max = 40) int cut) {
    int at = Math.min(cut, folded.values().size());
    FoldState<?> left = States.of(folded.kind(), folded.values().subList(0, at));
    List<Long> rest = folded.values().subList(at, folded.values().size());
    States.merge(left, States.of(folded.kind(), rest));
    assertSame(left, States.of(folded.kind(), folded.values()));
  }

  @Property(tries = 1000)
  void orderDoesNotMatter(@ForAll("folded") Folded folded, @ForAll Random random) {
    Assume.that(folded.kind() != FoldKind.LAST); // its own test says what order means to it
    List<Long> shuffled = new ArrayList<>(folded.values());
    Collections.shuffle(shuffled, random);
    assertSame(States.of(folded.kind(), shuffled), States.of(folded.kind(), folded.values()));
  }

  @Property(tries = 1000)
  void subtractingWhatWasMergedLeavesNothingBehind(
      @ForAll("folded") Folded folded, @ForAll @IntRange(max = 40) int cut) {
    int at = Math.min(cut, folded.values().size());
    List<Long> stays = folded.values().subList(0, at);
    List<Long> leaves = folded.values().subList(at, folded.values().size());
    FoldState<?> state = States.of(folded.kind(), stays);
    FoldState<?> part = States.of(folded.kind(), leaves);
    States.merge(state, part);
    States.subtract(state, part);
    States.rebuild(state, List.of(States.of(folded.kind(), stays)));
    assertSame(state, States.of(folded.kind(), stays));
    Exact.assertFolded(state, stays);
  }

  @Property(tries = 1000)
  void aStateReadBackGoesOnAsTheOneWritten(
      @ForAll("folded") Folded folded, @ForAll @IntRange(max = 40) int cut) {
    int at = Math.min(cut, folded.values().size());
    FoldState<?> written = States.of(folded.kind(), folded.values().subList(0, at));
    FoldState<?> read = States.copy(written);
    assertSame(read, written);
    for (long value : folded.values().subList(at, folded.values().size())) {
      written.add(value);
      read.add(value);
      assertSame(read, written);
    }
    Exact.assertFolded(read, folded.values());
  }

  @Provide
  Arbitrary<Folded> folded() {
    return Folded.any(40);
  }

  private static void assertSame(FoldState<?> one, FoldState<?> other) {
    assertThat(one.kind()).isEqualTo(other.kind());
    assertThat(States.bytes(one)).isEqualTo(States.bytes(other));
    assertThat(one.samples()).isEqualTo(other.samples());
  }
}
