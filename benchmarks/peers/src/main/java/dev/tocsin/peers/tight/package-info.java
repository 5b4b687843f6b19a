/** Hand-written Java with the engine's semantics, as fast as it can be made: the reference. */
@NullMarked
package dev.tocsin.peers.tight;

import org.jspecify.annotations.NullMarked;
