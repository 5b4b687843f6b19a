package dev.tocsin.testkit.events;

import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.testkit.field.Turn;
import dev.tocsin.testkit.field.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures of one entry. */
record Measures(Beat beat, String name, Value<Long> value, Map<String, Value<String>> labels)
    implements Series {
  Measures {
    labels = Map.copyOf(labels);
  }

  @Override
  public long size() {
    return beat.pace().count();
  }

  @Override
  public long stamp(long index) {
    return beat.stamp(index);
  }

  @Override
  public Event event(long index) {
    Turn turn = beat.turn(index);
    Map<String, String> texts = new LinkedHashMap<>();
    labels.forEach((label, text) -> texts.put(label, text.at(turn)));
    return new Measure(stamp(index), name, value.at(turn), texts);
  }
}
