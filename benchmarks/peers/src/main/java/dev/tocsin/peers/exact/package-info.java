/** Exact windows, evaluated each second: what all contenders are held against. */
@NullMarked
package dev.tocsin.peers.exact;

import org.jspecify.annotations.NullMarked;
