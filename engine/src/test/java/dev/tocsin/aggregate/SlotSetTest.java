package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A set of places against a {@link LinkedHashSet}. */
class SlotSetTest {

  @Property(tries = 300)
  void holdsEachPlaceOnceInTheOrderTheyCame(
      @ForAll @Size(max = 6)
          List<@Size(max = 60) List<@IntRange(min = 0, max = 500) Integer>> rounds) {
    SlotSet set = new SlotSet();
    for (List<Integer> round : rounds) {
      Set<Integer> model = new LinkedHashSet<>();
      for (int slot : round) {
        assertThat(set.contains(slot)).isEqualTo(model.contains(slot));
        set.add(slot);
        model.add(slot);
      }
      assertThat(set.size()).isEqualTo(model.size());
      assertThat(set.isEmpty()).isEqualTo(model.isEmpty());
      assertThat(IntStream.range(0, set.size()).mapToObj(set::get))
          .containsExactlyElementsOf(model);
      assertThat(IntStream.range(0, 600).filter(set::contains).boxed())
          .containsExactlyInAnyOrderElementsOf(model);
      set.clear();
      assertThat(IntStream.range(0, 600).noneMatch(set::contains)).isTrue();
    }
  }
}
