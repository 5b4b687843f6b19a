package dev.tocsin.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** Makes the workers of one engine and closes them together. */
final class Workers {
  private final @Nullable ScheduledThreadPoolExecutor timeouts;
  private final List<Worker<?>> all = new ArrayList<>();

  /**
   * @param inline whether everything runs on the caller's thread
   */
  Workers(boolean inline) {
    if (inline) {
      timeouts = null;
    } else {
      timeouts = new ScheduledThreadPoolExecutor(1, Daemons.named("tocsin-timeouts"));
      timeouts.setRemoveOnCancelPolicy(true);
    }
  }

  <T> Worker<T> start(String name, WorkerBounds bounds, Worker.Task<T> task) {
    return start(name, bounds, task, (item, ending, error) -> {});
  }

  <T> Worker<T> start(
      String name, WorkerBounds bounds, Worker.Task<T> task, Worker.After<T> after) {
    Worker<T> worker =
        timeouts == null
            ? new InlineWorker<>(task, after)
            : new BoundedWorker<>("tocsin-" + name, task, after, bounds, timeouts);
    all.add(worker);
    return worker;
  }

  void close(Duration patience) {
    all.forEach(worker -> worker.close(patience));
    if (timeouts != null) {
      timeouts.shutdownNow();
    }
  }
}
