package dev.tocsin.trace.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of providers as OpenTelemetry writes them: what one source calls Anthropic is one group.
 */
public final class ProviderName {
  private ProviderName() {}

  /** In small letters; null stays unknown. */
  public static @Nullable String of(@Nullable String provider) {
    return provider == null ? null : provider.toLowerCase(Locale.ROOT);
  }
}
