package dev.tocsin.testkit.events;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.testkit.field.Writing;
import java.util.List;

/** Calls of one entry. */
record Calls(Beat beat, String prefix, List<Writing> fields) implements Series {
  Calls {
    fields = List.copyOf(fields);
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
    return call(index);
  }

  Call call(long index) {
    CallBuilder call = Call.atNanos(stamp(index)).id(prefix + (index + 1));
    fields.forEach(field -> field.write(call, beat.turn(index)));
    return call.build();
  }
}
