package dev.tocsin.channels.retry;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.PermanentFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tries again after an {@link IOException}, and after nothing else: with pauses that grow, not
 * before a receiver wants it, and not at all while a circuit breaker says that it is in vain.
 * Blocks during pauses and can be interrupted. Thread-safe; one for each receiver.
 */
public final class Retries {
  private static final double JITTER = 0.25;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final RetrySettings settings;
  private final CircuitBreaker<Object> circuit;
  private final FailsafeExecutor<Object> executor;
  private volatile Instant silentUntil = Instant.MIN;

  /** What is tried. */
  @FunctionalInterface
  public interface Attempt<T> {
    /** Tries once. */
    T run() throws IOException, PermanentFailure, InterruptedException;
  }

  public Retries(RetrySettings settings) {
    this(settings, pause -> {});
  }

  /**
   * @param heard of each pause before it begins
   */
  Retries(RetrySettings settings, Consumer<Duration> heard) {
    this.settings = settings;
    RetryPolicy<Object> again =
        RetryPolicy.builder()
            .handleIf(this::mayPassSoon)
            .withMaxRetries(settings.retries())
            .withMaxDuration(settings.patience())
            .withBackoff(settings.firstPause(), settings.longestPause())
            .withDelayFnOn(context -> pause(context.getLastException()), TemporaryFailure.class)
            .withJitter(JITTER)
            .onRetryScheduled(event -> heard.accept(event.getDelay()))
            .build();
    circuit =
        CircuitBreaker.builder()
            .handle(IOException.class, InterruptedException.class)
            .withFailureThreshold(settings.circuitFailures())
            .withDelay(settings.circuitPause())
            .build();
    executor = Failsafe.with(again, circuit);
  }

  /**
   * What the attempt returns in the end.
   *
   * @throws PermanentFailure of the attempt, at once
   * @throws IOException of the last attempt, or because none was allowed
   */
  public <T> T call(Attempt<T> attempt) throws IOException, PermanentFailure, InterruptedException {
    if (isSilent()) {
      throw new TemporaryFailure("not tried: the receiver asked for silence until " + silentUntil);
    }
    try {
      return executor.get(() -> listen(attempt));
    } catch (CircuitBreakerOpenException e) {
      throw new TemporaryFailure("not tried: the last attempts failed, the circuit is open");
    } catch (FailsafeException e) {
      throw checked(e);
    }
  }

  /** Open also while a receiver wants to be left alone. Does not block. */
  public ChannelHealth.Circuit circuit() {
    return switch (circuit.getState()) {
      case OPEN -> ChannelHealth.Circuit.OPEN;
      case HALF_OPEN -> ChannelHealth.Circuit.HALF_OPEN;
      case CLOSED -> isSilent() ? ChannelHealth.Circuit.OPEN : ChannelHealth.Circuit.CLOSED;
    };
  }

  private boolean isSilent() {
    return settings.clock().instant().isBefore(silentUntil);
  }

  private <T> T listen(Attempt<T> attempt)
      throws IOException, PermanentFailure, InterruptedException {
    try {
      return attempt.run();
    } catch (TemporaryFailure e) {
      e.retryAfter()
          .filter(this::isTooLong)
          .map(wanted -> wanted.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : wanted)
          .ifPresent(silence -> silentUntil = settings.clock().instant().plus(silence));
      throw e;
    }
  }

  private boolean mayPassSoon(Throwable failure) {
    return failure instanceof TemporaryFailure temporary
        ? temporary.retryAfter().filter(this::isTooLong).isEmpty()
        : failure instanceof IOException;
  }

  private boolean isTooLong(Duration wanted) {
    return wanted.compareTo(settings.longestPause()) > 0;
  }

  /** Longer than asked for, so that jitter never makes it shorter; negative: as the policy says. */
  private static Duration pause(Throwable failure) {
    return ((TemporaryFailure) failure)
        .retryAfter()
        .map(wanted -> Duration.ofNanos((long) (wanted.toNanos() / (1 - JITTER))))
        .orElse(Duration.ofNanos(-1));
  }

  private static RuntimeException checked(FailsafeException wrapped)
      throws IOException, PermanentFailure, InterruptedException {
    Throwable cause = wrapped.getCause();
    if (cause instanceof IOException failure) {
      throw failure;
    }
    if (cause instanceof PermanentFailure failure) {
      throw failure;
    }
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return wrapped;
  }
}
