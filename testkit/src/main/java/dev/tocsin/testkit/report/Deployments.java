package dev.tocsin.testkit.report;

import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.testkit.Replay;
import java.util.ArrayList;
import java.util.List;

/** The deployments of a trace. For one run; not thread-safe. */
final class Deployments implements ReplayListener {
  private static final int MOST = 200;

  private final List<Replay.Mark> marks = new ArrayList<>();

  @Override
  public void arrives(Event event) {
    if (event instanceof Deployment deployment && marks.size() < MOST) {
      var at = Instants.ofNanos(deployment.timeNanos());
      marks.add(new Replay.Mark(at, at, deployment.prompt() + " " + deployment.version()));
    }
  }

  /** Moments at which they were. */
  List<Replay.Mark> marks() {
    return List.copyOf(marks);
  }
}
