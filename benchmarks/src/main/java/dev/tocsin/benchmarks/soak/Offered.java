package dev.tocsin.benchmarks.soak;

import dev.tocsin.api.Event;

/**
 * An event on its way to the engine.
 *
 * @param now the service's clock as it is offered, nanoseconds since the epoch
 * @param event stamped then, before or after
 * @param repeat whether the same was offered before
 */
record Offered(long now, Event event, boolean repeat) {}
