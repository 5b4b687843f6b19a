package dev.tocsin.channels.text;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where there is more to see.
 *
 * @param name in words
 * @param target http or https
 */
public record Link(String name, URI target) {
  private static final Set<String> SCHEMES = Set.of("https", "http");

  /** Empty where the text is no URL of the web, so that nobody is led anywhere else. */
  static Optional<Link> of(String name, @Nullable String url) {
    try {
      return Optional.ofNullable(url)
          .map(URI::create)
          .filter(uri -> SCHEMES.contains(String.valueOf(uri.getScheme())))
          .map(uri -> new Link(name, uri));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
