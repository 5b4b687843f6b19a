package dev.tocsin.channels.http;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.retry.Retries;
import dev.tocsin.channels.retry.TemporaryFailure;
import dev.tocsin.channels.secret.Redaction;
import dev.tocsin.channels.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends JSON to one server, as {@link HttpOptions} say, and tries again where that may help: after
 * 429, 5xx, and when the connection fails. Blocks, also for as long as the system takes to resolve
 * a name; else can be interrupted. Thread-safe. No message of its exceptions holds a secret.
 */
public final class HttpPoster {
  private static final int MOST_REDIRECTS = 3;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int LONGEST_EXCERPT = 200;

  private final Secret url;
  private final List<Secret> others;
  private final HttpOptions options;
  private final Endpoint endpoint;
  private final Retries retries;
  private final HttpClient client;

  /**
   * @param url where to; looked at now for its form, and read again for each request
   * @param options how
   * @param others secrets that an answer might repeat
   * @throws IllegalArgumentException when the URL is not allowed
   * @throws IllegalStateException when there is none
   */
  public HttpPoster(Secret url, HttpOptions options, Secret... others) {
    this.url = url;
    this.others = List.of(others);
    this.options = options;
    this.endpoint = new Endpoint(options);
    this.retries = new Retries(options.retries());
    endpoint.parse(url.reveal());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(options.connectTimeout());
    options.trust().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** What an answer that says yes (2xx) comes to; it may still be found to be a no. */
  @FunctionalInterface
  public interface AnswerReader<T> {
    /**
     * Reads the body, of which at most 128 KiB are there.
     *
     * @throws IOException when it says that it did not work, and may later
     * @throws PermanentFailure when it says that it is refused
     */
    T read(String body) throws IOException, PermanentFailure;
  }

  /**
   * Posts to the URL until the server says that it has it (2xx).
   *
   * @param json what
   * @param headers besides those of the content
   * @throws PermanentFailure when the server refuses it: another 4xx, a redirect to another host
   * @throws IOException when it did not work, and may later
   */
  public void post(byte[] json, Map<String, String> headers)
      throws IOException, PermanentFailure, InterruptedException {
    send("POST", "", json, headers, body -> body);
  }

  /**
   * Sends until the server says that it has it, and the reader agrees.
   *
   * @param method of HTTP
   * @param path what follows the URL, percent-encoded
   * @param json what
   * @param headers besides those of the content
   * @return what the reader makes of the answer
   * @throws PermanentFailure when the server refuses it: another 4xx, a redirect to another host
   * @throws IOException when it did not work, and may later
   */
  public <T> T send(
      String method, String path, byte[] json, Map<String, String> headers, AnswerReader<T> reader)
      throws IOException, PermanentFailure, InterruptedException {
    String base = url.reveal();
    URI target = endpoint.parse(joined(base.strip(), path));
    Redaction redaction =
        Redaction.of(others.stream().map(Secret::reveal).toList()).andUrl(endpoint.parse(base));
    BodyPublisher body = BodyPublishers.ofByteArray(json);
    return retries.call(() -> attempt(target, method, body, headers, redaction, reader));
  }

  /** Whether anything is sent at all; does not block. */
  public ChannelHealth.Circuit circuit() {
    return retries.circuit();
  }

  /** By the clock that its options say. */
  public Instant now() {
    return options.retries().clock().instant();
  }

  private static String joined(String base, String path) {
    return base.endsWith("/") && path.startsWith("/") ? base + path.substring(1) : base + path;
  }

  private <T> T attempt(
      URI target,
      String method,
      BodyPublisher body,
      Map<String, String> headers,
      Redaction redaction,
      AnswerReader<T> reader)
      throws IOException, PermanentFailure, InterruptedException {
    URI next = target;
    Instant deadline = now().plus(options.requestTimeout());
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      endpoint.check(next);
      HttpResponse<String> response =
          exchange(request(next, method, body, headers), deadline, redaction);
      int status = response.statusCode();
      if (status != 307 && status != 308) {
        return reader.read(judge(response, redaction));
      }
      next = redirected(next, response);
    }
    throw new PermanentFailure("more than " + MOST_REDIRECTS + " redirects");
  }

  private HttpRequest request(
      URI to, String method, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(options.requestTimeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Tocsin")
            .method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  private HttpResponse<String> exchange(HttpRequest request, Instant deadline, Redaction redaction)
      throws IOException, InterruptedException {
    long left = Duration.between(now(), deadline).toNanos();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, head -> new BoundedBody());
    try {
      return answer.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TemporaryFailure("no whole answer within " + options.requestTimeout());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TemporaryFailure(
          redaction.in(cause.getClass().getSimpleName() + ": " + cause.getMessage()));
    } finally {
      answer.cancel(true); // of what is not done; closes the connection
    }
  }

  private String judge(HttpResponse<String> response, Redaction redaction)
      throws IOException, PermanentFailure {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return response.body();
    }
    String said = "HTTP " + status + excerpt(redaction.in(response.body()));
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      throw new TemporaryFailure(
          said,
          RetryAfter.of(response.headers().firstValue("Retry-After"), response.body(), now()));
    }
    throw new PermanentFailure(said);
  }

  private URI redirected(URI from, HttpResponse<String> response) throws PermanentFailure {
    try {
      Optional<URI> to =
          response.headers().firstValue("Location").map(header -> from.resolve(header));
      if (to.isPresent() && Endpoint.sameOrigin(from, endpoint.parse(to.get().toString()))) {
        return to.get();
      }
    } catch (IllegalArgumentException e) {
      // not a URL, or not one that is allowed
    }
    throw new PermanentFailure(
        "HTTP " + response.statusCode() + ": a redirect to another host is not followed");
  }

  private static String excerpt(String body) {
    String line = body.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(line.length(), LONGEST_EXCERPT));
  }
}
