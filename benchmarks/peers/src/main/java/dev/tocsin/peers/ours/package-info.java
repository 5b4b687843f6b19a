/** The engine, driven on one thread without its queue. */
@NullMarked
package dev.tocsin.peers.ours;

import org.jspecify.annotations.NullMarked;
