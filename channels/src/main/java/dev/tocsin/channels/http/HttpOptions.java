package dev.tocsin.channels.http;

import static java.util.Objects.requireNonNull;

import dev.tocsin.channels.retry.RetrySettings;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a channel talks to its server. What is not said is strict: https alone, to public addresses
 * alone, 5 s to connect, 7 s for a whole request with its answer.
 *
 * <p>A name is resolved right before each request, and the request is made only when all its
 * addresses are allowed. The JDK's client resolves the name again when it connects. Java keeps
 * answers for 30 s unless {@code networkaddress.cache.ttl} says otherwise, so both are the same
 * answer; where that is set to 0, an answer that changes between the two is not noticed. Proxies
 * are not used.
 *
 * <p>A redirect (307 or 308) is followed to the same scheme, host and port, and nowhere else.
 */
public final class HttpOptions {
  private final Duration connectTimeout;
  private final Duration requestTimeout;
  private final RetrySettings retries;
  private final boolean plain;
  private final AddressRules addresses;
  private final Optional<SSLContext> trust;

  private HttpOptions(
      Duration connectTimeout,
      Duration requestTimeout,
      RetrySettings retries,
      boolean plain,
      AddressRules addresses,
      Optional<SSLContext> trust) {
    this.connectTimeout = positive(connectTimeout);
    this.requestTimeout = positive(requestTimeout);
    this.retries = requireNonNull(retries, "retries");
    this.plain = plain;
    this.addresses = addresses;
    this.trust = trust;
  }

  /** The strict ones. */
  public static HttpOptions standard() {
    return new HttpOptions(
        Duration.ofSeconds(5),
        Duration.ofSeconds(7),
        RetrySettings.standard(),
        false,
        new AddressRules(false, false),
        Optional.empty());
  }

  /**
   * How long an attempt may take.
   *
   * @param connect for the connection
   * @param request for all of one attempt, with redirects, to the end of the answer
   */
  public HttpOptions timeouts(Duration connect, Duration request) {
    return new HttpOptions(connect, request, retries, plain, addresses, trust);
  }

  /** When it tries again. */
  public HttpOptions retries(RetrySettings changed) {
    return new HttpOptions(connectTimeout, requestTimeout, changed, plain, addresses, trust);
  }

  /** Lets URLs be http: anybody on the way can read and change what is sent. */
  public HttpOptions allowHttp() {
    return new HttpOptions(connectTimeout, requestTimeout, retries, true, addresses, trust);
  }

  /** Lets names lead to loopback and private networks, such as 10.0.0.0/8 and fc00::/7. */
  public HttpOptions allowPrivateAddresses() {
    return addresses(new AddressRules(true, addresses.allowLinkLocal()));
  }

  /** Lets names lead to link-local addresses and to those where clouds serve metadata. */
  public HttpOptions allowLinkLocalAddresses() {
    return addresses(new AddressRules(addresses.allowPrivate(), true));
  }

  /** Whose certificates are trusted, for example those of a company; the JDK's list without. */
  public HttpOptions trust(SSLContext context) {
    return new HttpOptions(
        connectTimeout, requestTimeout, retries, plain, addresses, Optional.of(context));
  }

  private HttpOptions addresses(AddressRules changed) {
    return new HttpOptions(connectTimeout, requestTimeout, retries, plain, changed, trust);
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  Duration requestTimeout() {
    return requestTimeout;
  }

  RetrySettings retries() {
    return retries;
  }

  boolean plain() {
    return plain;
  }

  AddressRules addresses() {
    return addresses;
  }

  Optional<SSLContext> trust() {
    return trust;
  }

  private static Duration positive(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("a time-out is above 0");
    }
    return duration;
  }
}
