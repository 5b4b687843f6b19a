/** Drools, once told of aggregates and once as a stream engine. */
@NullMarked
package dev.tocsin.peers.drools;

import org.jspecify.annotations.NullMarked;
