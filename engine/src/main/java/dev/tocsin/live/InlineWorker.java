package dev.tocsin.live;

import java.time.Duration;

/** Does the work on the caller's thread, for engines that are ticked by hand. */
final class InlineWorker<T> implements Worker<T> {
  private final Task<T> task;
  private volatile long failures;

  InlineWorker(Task<T> task) {
    this.task = task;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the ticking thread writes it
  public void offer(T item) {
    try {
      task.run(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures++;
    } catch (Exception | LinkageError | StackOverflowError e) {
      failures++;
    }
  }

  @Override
  public long failures() {
    return failures;
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public boolean close(Duration patience) {
    return true;
  }
}
