package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The table of groups against a map from keys to places. */
class GroupTableTest {
  /** So many texts of one hash are more than the table walks before it changes the hash. */
  private static final int COLLIDING = 600;

  private record Place(int slot, int uses) {}

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void findsWhatAMapFinds(
      @ForAll @IntRange(min = 1, max = 3) int width,
      @ForAll boolean colliding,
      @ForAll Random random) {
    List<String> dimensions = List.of("a", "b", "c").subList(0, width);
    GroupTable table = new GroupTable(dimensions);
    Map<List<String>, Place> model = new HashMap<>();
    int most = 0;
    for (int step = 0; step < 1500; step++) {
      List<String> key = key(width, colliding, random);
      Place place = model.get(key);
      assertThat(table.find(key.toArray(String[]::new)))
          .isEqualTo(place == null ? GroupTable.NONE : place.slot());
      if (place == null || random.nextInt(4) == 0) {
        int slot = table.open(key.toArray(String[]::new));
        table.retain(slot);
        if (place != null) {
          assertThat(slot).isEqualTo(place.slot());
        }
        model.put(key, new Place(slot, place == null ? 1 : place.uses() + 1));
      } else {
        table.release(place.slot());
        model.put(key, new Place(place.slot(), place.uses() - 1));
        model.values().removeIf(left -> left.uses() == 0);
      }
      most = Math.max(most, model.size());
    }
    assertHolds(table, dimensions, model);
    assertThat(model.values().stream().mapToInt(Place::slot).max().orElse(0))
        .as("places are used again")
        .isLessThan(Math.max(most, 1));
  }

  @Test
  void manyTextsOfOneHashAreToldApartBeforeAndAfterTheHashChanges() {
    GroupTable table = new GroupTable(List.of("user"));
    Map<List<String>, Place> model = new HashMap<>();
    for (int i = 0; i < COLLIDING; i++) {
      String text = colliding(i);
      assertThat(text.hashCode()).isEqualTo(colliding(0).hashCode());
      int slot = table.open(new String[] {text});
      table.retain(slot);
      model.put(List.of(text), new Place(slot, 1));
      if (i % 50 == 0) {
        assertHolds(table, List.of("user"), model);
      }
    }
    assertHolds(table, List.of("user"), model);
    for (int i = 0; i < COLLIDING; i += 2) {
      table.release(model.remove(List.of(colliding(i))).slot());
      assertThat(table.find(colliding(i))).isEqualTo(GroupTable.NONE);
    }
    assertHolds(table, List.of("user"), model);
  }

  @Test
  void theGroupOfWhatIsTooMuchIsNotFoundByItsValues() {
    GroupTable table = new GroupTable(List.of("model", "user"));
    int overflow = table.overflow();
    String[] named = {Group.OVERFLOW, Group.OVERFLOW};
    assertThat(table.overflow()).isEqualTo(overflow);
    assertThat(table.find(named)).isEqualTo(GroupTable.NONE);
    int own = table.open(named);
    table.retain(own);
    assertThat(own).isNotEqualTo(overflow);
    assertThat(table.group(own)).isEqualTo(table.group(overflow));
    assertThat(table.isOverflow(overflow)).isTrue();
    assertThat(table.isOverflow(own)).isFalse();
    table.release(own);
    assertThat(table.find(named)).isEqualTo(GroupTable.NONE);
    assertThat(table.overflow()).isEqualTo(overflow);
  }

  @Test
  void groupsOfOtherDimensionsAreNotFound() {
    GroupTable table = new GroupTable(List.of("user"));
    int slot = table.open(new String[] {"u"});
    table.retain(slot);
    assertThat(table.find(new Group(List.of("user"), List.of("u")))).isEqualTo(slot);
    assertThat(table.find(new Group(List.of("model"), List.of("u")))).isEqualTo(GroupTable.NONE);
    assertThat(table.find(Group.ALL)).isEqualTo(GroupTable.NONE);
  }

  @Test
  void theTotalIsOnePlace() {
    GroupTable table = new GroupTable(List.of());
    assertThat(table.find(new String[0])).isEqualTo(GroupTable.NONE);
    int slot = table.open(new String[0]);
    assertThat(table.open(new String[0])).isEqualTo(slot);
    assertThat(table.group(slot)).isEqualTo(Group.ALL);
  }

  private static void assertHolds(
      GroupTable table, List<String> dimensions, Map<List<String>, Place> model) {
    Set<Integer> slots = new HashSet<>();
    model.forEach(
        (key, place) -> {
          Group group = new Group(dimensions, key);
          assertThat(table.find(group)).isEqualTo(place.slot());
          assertThat(table.group(place.slot())).isEqualTo(group);
          assertThat(place.slot()).isBetween(0, table.capacity() - 1);
          slots.add(place.slot());
        });
    assertThat(slots).hasSize(model.size());
  }

  private static List<String> key(int width, boolean colliding, Random random) {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int number = random.nextInt(width == 1 ? COLLIDING : 20);
      key.add(colliding ? colliding(number) : "u" + number);
    }
    return key;
  }

  /** One of 1024 texts of one {@code hashCode}. */
  private static String colliding(int number) {
    return IntStream.range(0, 10)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .reduce("", String::concat);
  }
}
