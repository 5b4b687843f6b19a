package dev.tocsin.channels.alertmanager;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.http.HttpPoster;
import dev.tocsin.channels.secret.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several servers that tell each other what they know. All are told at the same time, so that one
 * that does not answer keeps nothing from the others; one that takes it is enough.
 */
final class Cluster implements AutoCloseable {
  private static final String ALERTS = "/api/v2/alerts";

  private final List<HttpPoster> members;
  private final ExecutorService threads;

  Cluster(List<Secret> urls, HttpOptions options, String name) {
    this.members = urls.stream().map(url -> new HttpPoster(url, options)).toList();
    this.threads =
        Executors.newFixedThreadPool(
            members.size(),
            work -> {
              Thread thread = new Thread(work, "tocsin-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Tells all.
   *
   * @throws IOException when none has taken it, and one of them may later
   * @throws PermanentFailure when all have refused it
   */
  void post(byte[] json) throws IOException, PermanentFailure, InterruptedException {
    List<Callable<String>> posts =
        members.stream().<Callable<String>>map(member -> () -> post(member, json)).toList();
    IOException trouble = null;
    PermanentFailure refusal = null;
    for (Future<String> told : threads.invokeAll(posts)) {
      try {
        told.get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException may) {
          trouble = may;
        } else if (e.getCause() instanceof PermanentFailure no) {
          refusal = no;
        } else {
          throw new IllegalStateException(e.getCause());
        }
      }
    }
    if (trouble != null) {
      throw trouble;
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  ChannelHealth.Circuit circuit() {
    Optional<ChannelHealth.Circuit> best =
        members.stream()
            .map(HttpPoster::circuit)
            .min(Comparator.comparing(circuit -> circuit == ChannelHealth.Circuit.OPEN));
    return best.orElse(ChannelHealth.Circuit.CLOSED);
  }

  Instant now() {
    return members.get(0).now();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static String post(HttpPoster member, byte[] json)
      throws IOException, PermanentFailure, InterruptedException {
    return member.send("POST", ALERTS, json, Map.of(), answer -> answer);
  }
}
