package dev.tocsin.testkit.events;

import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;

/** A version that goes live, as often as the entry says. */
record Deployments(Beat beat, String prompt, String version) implements Series {
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
    return new Deployment(stamp(index), prompt, version);
  }
}
