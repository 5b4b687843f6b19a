/**
 * The engine inside a service: a bounded queue in front of it, one thread that owns it, and bounded
 * workers for everything that is not ours, so that nothing of it blocks, slows or throws into the
 * host.
 */
@NullMarked
package dev.tocsin.live;

import org.jspecify.annotations.NullMarked;
