/** Siddhi 5. */
@NullMarked
package dev.tocsin.peers.siddhi;

import org.jspecify.annotations.NullMarked;
