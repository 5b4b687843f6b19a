package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import org.jspecify.annotations.Nullable;

/** A measure as conditions look at it: its number by its name, its labels as attributes. */
public record Measured(Measure measure) implements Observation {

  @Override
  public @Nullable Call call() {
    return null;
  }

  @Override
  public long costNanoDollars() {
    return Event.UNKNOWN;
  }

  @Override
  public @Nullable Object attribute(String key) {
    return measure.labels().get(key);
  }
}
