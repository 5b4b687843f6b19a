package dev.tocsin.testkit.events;

import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.TraceLine;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several series as one, in the order of their stamps; of equal stamps the first series' first. */
final class MergedSeries implements EventSource {
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::stamp).thenComparingInt(Place::number);

  private final PriorityQueue<Place> places = new PriorityQueue<>(ORDER);
  private long lines;

  private record Place(Series series, int number, long index) {
    long stamp() {
      return series.stamp(index);
    }
  }

  MergedSeries(List<Series> all) {
    for (int i = 0; i < all.size(); i++) {
      enter(new Place(all.get(i), i, 0));
    }
  }

  private void enter(Place place) {
    if (place.index() < place.series().size()) {
      places.add(place);
    }
  }

  @Override
  public @Nullable TraceLine next() {
    Place place = places.poll();
    if (place == null) {
      return null;
    }
    enter(new Place(place.series(), place.number(), place.index() + 1));
    return new TraceLine(++lines, place.series().event(place.index()));
  }

  @Override
  public String format() {
    return "generated";
  }

  @Override
  public long linesRead() {
    return lines;
  }
}
