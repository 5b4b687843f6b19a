package dev.tocsin.live;

import dev.tocsin.api.spi.PermanentFailure;
import java.time.Duration;

/** Does the work on the caller's thread, for engines that are ticked by hand. */
final class InlineWorker<T> implements Worker<T> {
  private final Task<T> task;
  private final After<T> after;
  private volatile long failures;

  InlineWorker(Task<T> task, After<T> after) {
    this.task = task;
    this.after = after;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the ticking thread writes it
  public boolean offer(T item) {
    Ending ending = Ending.FAILED;
    String error = "";
    try {
      task.run(item);
      ending = Ending.WELL;
    } catch (PermanentFailure e) {
      ending = Ending.HOPELESS;
      error = Errors.text(e);
      failures++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      error = Errors.text(e);
      failures++;
    } catch (Exception | LinkageError | StackOverflowError e) {
      error = Errors.text(e);
      failures++;
    }
    after.ended(item, ending, error);
    return true;
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
