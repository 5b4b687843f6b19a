package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is due when, against a sorted map from times to places. */
class DueHeapTest {

  /** Positive numbers are times that are put in, each with its place; others take one out. */
  @Property(tries = 500)
  void givesWhatIsDueFirst(
      @ForAll @Size(max = 200) List<@IntRange(min = -20, max = 40) Integer> steps) {
    DueHeap heap = new DueHeap();
    SortedMap<Long, List<Integer>> model = new TreeMap<>();
    for (int slot = 0; slot < steps.size(); slot++) {
      int step = steps.get(slot);
      if (step > 0) {
        heap.add(step, slot);
        model.computeIfAbsent((long) step, time -> new ArrayList<>()).add(slot);
      } else if (!model.isEmpty()) {
        takeFirst(heap, model);
      }
      assertThat(heap.isEmpty()).isEqualTo(model.isEmpty());
    }
    while (!model.isEmpty()) {
      takeFirst(heap, model);
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  private static void takeFirst(DueHeap heap, SortedMap<Long, List<Integer>> model) {
    long time = heap.time();
    Integer slot = heap.slot();
    assertThat(time).isEqualTo(model.firstKey());
    assertThat(model.get(time)).contains(slot);
    model.get(time).remove(slot);
    model.values().removeIf(List::isEmpty);
    heap.remove();
  }
}
