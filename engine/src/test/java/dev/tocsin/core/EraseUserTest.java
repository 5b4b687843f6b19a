package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.journal.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Forgetting one user at any input changes nothing for the others. */
class EraseUserTest {

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void ofWhomNothingIsKnown(@ForAll("streams") List<Event> events, @ForAll Random random) {
    Runs.Run before = Runs.ofTrace(SkippedTicksTest.PLAN, events, false);
    Runs.Run after = erased(before.inputs(), "nobody", random);
    assertThat(after.transitions()).isEqualTo(before.transitions());
    assertThat(after.counters()).isEqualTo(before.counters());
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void whoHasGroups(@ForAll("streams") List<Event> events, @ForAll Random random)
      throws IOException {
    List<Input> inputs = Runs.ofTrace(SkippedTicksTest.PLAN, events, true).inputs();
    Runs.Run after = erased(inputs, "u1", random);
    assertThat(ofOthers(after.transitions()))
        .isEqualTo(ofOthers(Runs.ofInputs(SkippedTicksTest.PLAN, inputs).transitions()));
    int cut = random.nextInt(after.inputs().size() + 1);
    assertThat(Runs.cutAt(SkippedTicksTest.PLAN, after.inputs(), cut).transitions())
        .isEqualTo(after.transitions());
  }

  private static Runs.Run erased(List<Input> inputs, String user, Random random) {
    List<Input> all = new ArrayList<>(inputs);
    all.add(random.nextInt(inputs.size() + 1), new Input.Erase(user));
    return Runs.ofInputs(SkippedTicksTest.PLAN, all);
  }

  /** Of groups that have a user, where users do not take each other's places. */
  private static List<Transition> ofOthers(List<Transition> transitions) {
    return transitions.stream()
        .filter(each -> each.group().containsKey("user") && !each.group().containsValue("u1"))
        .filter(each -> !Set.of("crowded", "nervous").contains(each.rule()))
        .toList();
  }

  @Provide
  Arbitrary<List<Event>> streams() {
    return Streams.of(80, 3 * 3600);
  }
}
