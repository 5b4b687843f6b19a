/**
 * What a plug-in implements: evaluators, channels, actions and trace formats. A plug-in is simple
 * because the engine does the rest: each runs on a bounded worker of its own, may block, may throw,
 * and is found by name, registered by hand or through {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.tocsin.api.spi;

import org.jspecify.annotations.NullMarked;
