package dev.tocsin.admin;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the endpoint listens and whom it answers. Without more it is reached from this machine
 * alone, by anybody on it, who may also silence, acknowledge and reload. It speaks plain HTTP:
 * beyond this machine, a proxy in front of it has to do TLS.
 *
 * @param port 0 for any that is free, see {@link AdminServer#port}
 * @param address of the network interface
 * @param token asked of every request, if there is one
 * @param changes whether requests may change something
 * @param hosts further names under which it is reached
 * @param timeout for a request, from the first byte to the end of the answer
 * @param requests that are answered at a time; what is beyond is told to come back
 */
public record AdminOptions(
    int port,
    InetAddress address,
    Optional<BearerToken> token,
    boolean changes,
    Set<String> hosts,
    Duration timeout,
    int requests) {
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(10);
  private static final int STANDARD_REQUESTS = 16;
  private static final int LAST_PORT = 65_535;

  public AdminOptions {
    requireNonNull(address, "address");
    hosts = Set.copyOf(hosts);
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(port + " is no port; ports are 0 to " + LAST_PORT);
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("a time-out is above 0");
    }
    if (requests < 1) {
      throw new IllegalArgumentException("at least one request at a time");
    }
  }

  /** On a port of the loopback address; 0 for any that is free. */
  public static AdminOptions onPort(int port) {
    return new AdminOptions(
        port,
        InetAddress.getLoopbackAddress(),
        Optional.empty(),
        true,
        Set.of(),
        STANDARD_TIMEOUT,
        STANDARD_REQUESTS);
  }

  /** On this address. Where it is not loopback, a token has to be given, see {@link #checked}. */
  public AdminOptions bind(InetAddress changed) {
    return new AdminOptions(port, changed, token, changes, hosts, timeout, requests);
  }

  /**
   * Answers only those who send the token, as {@code Authorization: Bearer TOKEN}.
   *
   * @param supplier asked at every request, on the endpoint's threads; where it throws, or gives
   *     null or blanks, nobody is answered
   */
  public AdminOptions token(Supplier<? extends @Nullable String> supplier) {
    requireNonNull(supplier, "supplier");
    return token(BearerToken.of(supplier));
  }

  /** The same with a token that does not change; only its hash is kept. */
  public AdminOptions token(char[] characters) {
    return token(BearerToken.of(characters));
  }

  private AdminOptions token(BearerToken changed) {
    return new AdminOptions(port, address, Optional.of(changed), changes, hosts, timeout, requests);
  }

  /** Shows everything and changes nothing. */
  public AdminOptions readOnly() {
    return new AdminOptions(port, address, token, false, hosts, timeout, requests);
  }

  /**
   * Another name under which it is reached, such as that of a proxy or a service. Requests for
   * other names than these, {@code localhost} and the address itself are refused, so that no page
   * in a browser can reach it under a name of its own.
   */
  public AdminOptions host(String name) {
    Set<String> more = new TreeSet<>(hosts);
    more.add(name.toLowerCase(Locale.ROOT));
    return new AdminOptions(port, address, token, changes, more, timeout, requests);
  }

  /** How long a request may take, from the first byte to the end of the answer; 10 s without. */
  public AdminOptions timeout(Duration changed) {
    return new AdminOptions(port, address, token, changes, hosts, changed, requests);
  }

  /** How many requests are answered at a time; 16 without. Those beyond are answered 503. */
  public AdminOptions requests(int most) {
    return new AdminOptions(port, address, token, changes, hosts, timeout, most);
  }

  /**
   * The same, if an endpoint may be opened with it.
   *
   * @throws IllegalArgumentException where others than this machine could reach it without a token
   */
  public AdminOptions checked() {
    if (!address.isLoopbackAddress() && token.isEmpty()) {
      throw new IllegalArgumentException(
          "the admin endpoint at "
              + address.getHostAddress()
              + " can be reached by others, so it needs a token");
    }
    return this;
  }
}
