package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Event;
import dev.tocsin.journal.Input;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An engine written down at any input and read into a new one goes on as if nothing had been. */
class CutAndContinueTest {

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void inATrace(@ForAll("streams") List<Event> events, @ForAll Random random) throws IOException {
    Runs.Run uncut = Runs.ofTrace(SkippedTicksTest.PLAN, events, false);
    assertSameWhenCut(uncut, random);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void inALiveFeedOutOfOrder(@ForAll("streams") List<Event> events, @ForAll Random random)
      throws IOException {
    List<Input> inputs = OutOfOrder.feed(events, random);
    assertSameWhenCut(Runs.ofInputs(SkippedTicksTest.PLAN, inputs), random);
  }

  private static void assertSameWhenCut(Runs.Run uncut, Random random) throws IOException {
    int cut = random.nextInt(uncut.inputs().size() + 1);
    Runs.Run continued = Runs.cutAt(SkippedTicksTest.PLAN, uncut.inputs(), cut);
    assertThat(continued.transitions()).isEqualTo(uncut.transitions());
    assertThat(continued.counters()).isEqualTo(uncut.counters());
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(80, 3 * 3600);
  }
}
