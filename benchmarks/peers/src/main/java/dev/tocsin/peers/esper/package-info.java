/** Esper 9. */
@NullMarked
package dev.tocsin.peers.esper;

import org.jspecify.annotations.NullMarked;
