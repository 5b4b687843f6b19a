package dev.tocsin.channels.http;

import dev.tocsin.channels.retry.TemporaryFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks where a request goes. What it says never holds more of a URL than scheme and host. */
final class Endpoint {
  /** What needs no resolving. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

  private final boolean plain;
  private final AddressRules rules;

  Endpoint(HttpOptions options) {
    this.plain = options.plain();
    this.rules = options.addresses();
  }

  /**
   * The URL, if its form is allowed, and its address where it has one instead of a name.
   *
   * @throws IllegalArgumentException when it is not, without the URL
   */
  URI parse(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the URL cannot be read"); // e has the URL in it
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(plain && scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "the URL is not https" + (scheme.equals("http") ? "; allowHttp() would let it" : ""));
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the URL needs a host, and no user and no fragment");
    }
    if (ADDRESS.matcher(uri.getHost()).matches()) {
      try {
        check(uri);
      } catch (IOException e) {
        throw new IllegalArgumentException(e.getMessage());
      }
    }
    return uri;
  }

  /** Resolves the name and refuses it when one of its addresses is not allowed. */
  void check(URI uri) throws IOException {
    String host = uri.getHost();
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new TemporaryFailure("the host " + host + " is unknown");
    }
    for (InetAddress address : found) {
      if (!rules.allow(address)) {
        throw new TemporaryFailure(
            "refused: "
                + host
                + " is "
                + address.getHostAddress()
                + ", an address that is "
                + AddressRules.scope(address).name().toLowerCase(Locale.ROOT).replace('_', '-')
                + " and not allowed");
      }
    }
  }

  /** Whether both are the same server. */
  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
